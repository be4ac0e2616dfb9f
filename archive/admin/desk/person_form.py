"""The fields of a person: name, who it is, posts and parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError

from archive.admin.desk.forms import DeskForm, choices
from archive.editing.people import Person, add_person, correct_person
from archive.models import Mention, Official, Participation, State
from archive.vietnamese.fold import fold

if TYPE_CHECKING:
    from archive.history.changes import By

NEW = "new"


class PersonForm(DeskForm):
    name = forms.CharField(label="Họ tên trong bài", max_length=100, help_text="Ví dụ Sái Thị Yến")
    official = forms.ChoiceField(
        label="Là ai", help_text="Người cùng tên trong kho, hoặc người mới"
    )
    posts = forms.CharField(
        label="Chức vụ",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Mỗi dòng một chức vụ, viết đủ chữ. Ví dụ Phó Bí thư Thường trực Thị ủy",
    )
    roles = forms.MultipleChoiceField(
        label="Vai trong cuộc họp",
        required=False,
        choices=choices(Participation.role),
        widget=forms.CheckboxSelectMultiple,
    )

    def read(self) -> dict[str, Any]:
        row: Any = self.row
        if row is None:
            return {"name": "", "official": "", "posts": "", "roles": []}
        posts = [p.position.title for p in row.all_posts if p.state != State.REJECTED]
        roles = [p.role for p in row.all_parts if p.state != State.REJECTED]
        official = str(row.official_id)
        return {"name": row.name, "official": official, "posts": "\n".join(posts), "roles": roles}

    def prepare(self) -> None:
        if isinstance(self.initial.get("posts"), list):
            self.initial["posts"] = "\n".join(self.initial["posts"])
        name = str(self.data.get("name") or self.initial.get("name") or "")
        self.officials = {str(person.pk): person for person in self.candidates(name)}
        known = [(pk, described(person)) for pk, person in self.officials.items()]
        field: Any = self.fields["official"]
        field.choices = [*known, (NEW, "Người mới trong kho")]

    def candidates(self, name: str) -> list[Official]:
        """The person that stands, then people of this name, those of the article's province first."""
        place = self.folder.article.place
        province = (place.parent_id or place.pk) if place else None
        rows = Official.objects.filter(folded=fold(name), merged_into=None)
        rows = rows.select_related("province").prefetch_related("positions")
        found = sorted(rows, key=lambda person: (person.province_id != province, person.pk))
        own = [self.row.official] if self.row else []
        return [*own, *(person for person in found if person not in own)]

    def clean(self) -> dict[str, Any]:
        cleaned = dict(super().clean() or {})
        official = self.officials.get(cleaned.get("official", ""))
        twins = Mention.objects.filter(article=self.folder.article, official=official)
        twin = twins.exclude(pk=self.row.pk if self.row else 0).first() if official else None
        if twin:
            raise ValidationError(
                f"{official} đã có trong bài này dưới tên “{twin.name}”. Hãy sửa dữ kiện đó."
            )
        return cleaned

    def save(self, by: By) -> Any:
        told = Person(
            self.cleaned_data["name"],
            self.officials.get(self.cleaned_data["official"]),
            [line.strip() for line in self.cleaned_data["posts"].splitlines() if line.strip()],
            self.cleaned_data["roles"],
        )
        if self.row is not None:
            correct_person(self.row, told, by)
            return self.row
        assert self.words is not None
        return add_person(self.folder.article, told, self.words, by)


def described(person: Official) -> str:
    """`Sái Thị Yến (Hải Dương): Bí thư Thị ủy`."""
    where = f" ({person.province})" if person.province else ""
    titles = [position.title for position in person.positions.all()][:2]
    return f"{person}{where}{': ' if titles else ''}{', '.join(titles)}"
