"""Tables of sums, empty; they are filled after the migration where the archive holds articles already."""

import django.db.models.deletion
from archive.migrations._online import AddIndexOnline
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('archive', '0014_import_at_scale'),
    ]

    operations = [
        migrations.CreateModel(
            name='Summed',
            fields=[
                ('article', models.BigIntegerField(primary_key=True, serialize=False)),
                ('subjects', models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name='MeetingSum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('plenum', 'hội nghị Ban Chấp hành'), ('standing_committee', 'hội nghị Ban Thường vụ, Thường trực'), ('review', 'hội nghị sơ kết, tổng kết'), ('working_session', 'buổi làm việc'), ('congress', 'đại hội'), ('council_session', 'kỳ họp Hội đồng nhân dân'), ('executive_session', 'phiên họp Ủy ban nhân dân'), ('briefing', 'giao ban'), ('personnel', 'công tác cán bộ'), ('voter_contact', 'tiếp xúc cử tri'), ('study', 'học tập, quán triệt'), ('other', 'cuộc họp khác')], max_length=20)),
                ('term', models.CharField(blank=True, max_length=9)),
                ('year', models.PositiveSmallIntegerField(null=True)),
                ('meetings', models.PositiveIntegerField()),
                ('first', models.DateField(null=True)),
                ('last', models.DateField(null=True)),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='meeting_sums', to='archive.place')),
            ],
        ),
        migrations.CreateModel(
            name='OfficialSum',
            fields=[
                ('official', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='sum', serialize=False, to='archive.official')),
                ('articles', models.PositiveIntegerField()),
                ('first', models.DateField(null=True)),
                ('last', models.DateField(null=True)),
            ],
        ),
        AddIndexOnline(
            model_name='officialsum',
            index=models.Index(fields=['-last'], name='official_sum_last'),
        ),
        migrations.CreateModel(
            name='ArticleSum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('articles', models.PositiveIntegerField()),
                ('first', models.DateField(null=True)),
                ('last', models.DateField(null=True)),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='article_sums', to='archive.place')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='article_sums', to='archive.source')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('source', 'place'), name='article_sum_once'), models.UniqueConstraint(condition=models.Q(('place', None)), fields=('source',), name='article_sum_once_null')],
            },
        ),
        migrations.CreateModel(
            name='AttentionSum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=20)),
                ('articles', models.PositiveIntegerField()),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='attention_sums', to='archive.place')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attention_sums', to='archive.source')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('source', 'reason', 'place'), name='attention_sum_once'), models.UniqueConstraint(condition=models.Q(('place', None)), fields=('source', 'reason'), name='attention_sum_once_null')],
            },
        ),
        migrations.CreateModel(
            name='FigureSum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('figures', models.PositiveIntegerField()),
                ('first', models.CharField(blank=True, max_length=12)),
                ('last', models.CharField(blank=True, max_length=12)),
                ('indicator', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figure_sums', to='archive.indicator')),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='figure_sums', to='archive.place')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('indicator', 'place'), name='figure_sum_once'), models.UniqueConstraint(condition=models.Q(('place', None)), fields=('indicator',), name='figure_sum_once_null')],
            },
        ),
        migrations.CreateModel(
            name='ReviewSum',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('articles', models.PositiveIntegerField()),
                ('done', models.PositiveIntegerField()),
                ('waiting', models.PositiveIntegerField()),
                ('all_facts', models.PositiveIntegerField()),
                ('judged_facts', models.PositiveIntegerField()),
                ('place', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='review_sums', to='archive.place')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='review_sums', to='archive.source')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('source', 'place'), name='review_sum_once'), models.UniqueConstraint(condition=models.Q(('place', None)), fields=('source',), name='review_sum_once_null')],
            },
        ),
    ]
