"""No index where another begins with the same column, and none of the rows that point at nothing."""

import django.db.models.deletion
from archive.migrations._online import AddIndexOnline, UnindexFieldOnline
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('archive', '0017_rivals'),
    ]

    operations = [
        AddIndexOnline(
            model_name='evidence',
            index=models.Index(condition=models.Q(('meeting_report__isnull', False)), fields=['meeting_report'], name='evidence_meeting_report'),
        ),
        AddIndexOnline(
            model_name='evidence',
            index=models.Index(condition=models.Q(('mention__isnull', False)), fields=['mention'], name='evidence_mention'),
        ),
        AddIndexOnline(
            model_name='evidence',
            index=models.Index(condition=models.Q(('position_report__isnull', False)), fields=['position_report'], name='evidence_position_report'),
        ),
        AddIndexOnline(
            model_name='evidence',
            index=models.Index(condition=models.Q(('participation__isnull', False)), fields=['participation'], name='evidence_participation'),
        ),
        AddIndexOnline(
            model_name='evidence',
            index=models.Index(condition=models.Q(('observation__isnull', False)), fields=['observation'], name='evidence_observation'),
        ),
        AddIndexOnline(
            model_name='observation',
            index=models.Index(condition=models.Q(('parent__isnull', False)), fields=['parent'], name='observation_parent'),
        ),
        UnindexFieldOnline(
            model_name='articleversion',
            name='article',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='archive.article', verbose_name='bài'),
        ),
        UnindexFieldOnline(
            model_name='capture',
            name='article',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='captures', to='archive.article', verbose_name='bài'),
        ),
        UnindexFieldOnline(
            model_name='evidence',
            name='meeting_report',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='archive.meetingreport'),
        ),
        UnindexFieldOnline(
            model_name='evidence',
            name='mention',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='archive.mention'),
        ),
        UnindexFieldOnline(
            model_name='evidence',
            name='observation',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='archive.observation'),
        ),
        UnindexFieldOnline(
            model_name='evidence',
            name='participation',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='archive.participation'),
        ),
        UnindexFieldOnline(
            model_name='evidence',
            name='position_report',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='evidence', to='archive.positionreport'),
        ),
        UnindexFieldOnline(
            model_name='observation',
            name='indicator',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='observations', to='archive.indicator', verbose_name='chỉ tiêu'),
        ),
        UnindexFieldOnline(
            model_name='observation',
            name='parent',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='parts', to='archive.observation', verbose_name='là một phần của'),
        ),
        UnindexFieldOnline(
            model_name='observation',
            name='place',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='observations', to='archive.place', verbose_name='địa phương'),
        ),
        UnindexFieldOnline(
            model_name='participation',
            name='mention',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='archive.mention', verbose_name='người'),
        ),
        UnindexFieldOnline(
            model_name='position',
            name='official',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='positions', to='archive.official', verbose_name='cán bộ'),
        ),
        UnindexFieldOnline(
            model_name='positionreport',
            name='mention',
            field=models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='position_reports', to='archive.mention', verbose_name='người'),
        ),
    ]
