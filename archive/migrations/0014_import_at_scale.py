"""Imports know their batch and the page of a capture by an index; what is read is looked up by article alone."""

from archive.migrations._online import IndexFieldOnline
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [
        ('archive', '0013_public_lists'),
    ]

    operations = [
        migrations.AddField(
            model_name='importbatch',
            name='key',
            field=models.CharField(blank=True, db_index=True, editable=False, max_length=64),
        ),
        IndexFieldOnline(
            model_name='capture',
            name='url',
            field=models.CharField(blank=True, db_index=True, max_length=2000, verbose_name='địa chỉ gốc'),
        ),
        migrations.AlterField(
            model_name='meetingreport',
            name='machine_key',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AlterField(
            model_name='mention',
            name='machine_key',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AlterField(
            model_name='observation',
            name='machine_key',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AlterField(
            model_name='participation',
            name='machine_key',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AlterField(
            model_name='positionreport',
            name='machine_key',
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
    ]
