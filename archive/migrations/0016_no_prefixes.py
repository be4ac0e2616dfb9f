"""Nobody looks for what begins like an identity, a digest or an address of a capture."""

from archive.migrations._online import DropPrefixIndexOnline
from django.db import migrations


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('archive', '0015_sums'),
    ]

    operations = [
        DropPrefixIndexOnline('article', 'identity'),
        DropPrefixIndexOnline('articleversion', 'content_hash'),
        DropPrefixIndexOnline('capture', 'sha256'),
        DropPrefixIndexOnline('capture', 'url'),
    ]
