"""Indexes of what lists show, in the order in which they show it; the new ones stand before the old ones go."""

from archive.migrations._online import AddIndexOnline
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('archive', '0012_missed_queries'),
    ]

    operations = [
        AddIndexOnline(
            model_name='article',
            index=models.Index(condition=models.Q(('duplicate_of', None), ('visibility', 'public')), fields=['place', '-sort_date', '-id'], name='article_public_place'),
        ),
        AddIndexOnline(
            model_name='article',
            index=models.Index(condition=models.Q(('duplicate_of', None), ('visibility', 'public')), fields=['-sort_date', '-id'], name='article_public_date'),
        ),
        AddIndexOnline(
            model_name='article',
            index=models.Index(condition=models.Q(('duplicate_of', None), ('visibility', 'public')), fields=['source', '-sort_date', '-id'], name='article_public_source'),
        ),
        AddIndexOnline(
            model_name='meeting',
            index=models.Index(condition=models.Q(('merged_into', None)), fields=['-held_on', '-id'], name='meeting_date'),
        ),
        migrations.RemoveIndex(
            model_name='article',
            name='article_place_date',
        ),
        migrations.RemoveIndex(
            model_name='article',
            name='article_date',
        ),
        migrations.RemoveIndex(
            model_name='article',
            name='article_source_date',
        ),
    ]
