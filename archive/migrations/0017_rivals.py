"""Figures that say otherwise are found by their value, however many say the same."""

from archive.migrations._online import AddIndexOnline
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('archive', '0016_no_prefixes'),
    ]

    operations = [
        AddIndexOnline(
            model_name='observation',
            index=models.Index(fields=['indicator', 'place', 'period', 'value'], name='observation_rivals'),
        ),
        migrations.RemoveIndex(
            model_name='observation',
            name='observation_series',
        ),
    ]
