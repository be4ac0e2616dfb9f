"""ICU sorts as our own rule does, whatever the words."""

import random

import pytest
from django.db import connection

from archive.vietnamese.collation import collation_key

LETTERS = "aàảãáạăắâấbcdđeêếghiklmnoôơpqrstuưvxyAÀĐÂ '’-.,()09/ĕčñöw"


@pytest.mark.django_db
@pytest.mark.usefixtures("on_postgres")
def test_random_words_stand_alike():
    draw = random.Random(9)
    words = {"".join(draw.choices(LETTERS, k=draw.randint(1, 6))).strip() for _ in range(5000)}
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT word FROM unnest(%s::text[]) word ORDER BY word COLLATE "vi-x-icu"', [[*words]]
        )
        assert [word for (word,) in cursor] == sorted(words, key=collation_key)
