"""How alike articles are: a digest of each text, and keys under which like digests meet."""

from __future__ import annotations

from django.db import models


class Likeness(models.Model):
    """MinHash of the article's current text: 128 unsigned integers of 32 bits, little-endian."""

    article = models.OneToOneField(
        "archive.Article", models.CASCADE, related_name="likeness", verbose_name="bài"
    )
    digest = models.BinaryField()

    class Meta:
        verbose_name = "dấu giống nhau"
        verbose_name_plural = "dấu giống nhau"

    def __str__(self) -> str:
        return f"{self.article_id}"


class LikenessKey(models.Model):
    """One band of a digest; texts that share a key may be alike."""

    likeness = models.ForeignKey(Likeness, models.CASCADE, related_name="keys")
    key = models.BigIntegerField(db_index=True)

    class Meta:
        verbose_name = "khóa giống nhau"
        verbose_name_plural = "khóa giống nhau"

    def __str__(self) -> str:
        return f"{self.key}"
