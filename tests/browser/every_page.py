"""One address of every kind of page of the site that the sample pages fill."""

from archive.models import Article, Meeting

FIXED = [
    "/", "/dia-phuong/", "/dia-phuong/hai-duong/", "/dia-phuong/hai-duong/kinh-mon/", "/bai/",
    "/cuoc-hop/", "/can-bo/", "/can-bo/sai-thi-yen/", "/so-lieu/",
    "/so-lieu/tong-gia-tri-san-xuat/", "/nguon/", "/nguon/bai-mau/", "/tim/",
    "/tim/?q=hoi+nghi", "/nhiem-ky/", "/ve-kho/", "/cach-lam/", "/bo-phan/", "/khong-co/",
    "/dia-phuong/hai-duong/kinh-mon/gui-bai/", "/dia-phuong/muc-luc/", "/tim/huong-dan/",
    "/tim/?q=zzzzqq", "/tim/?q=hoi+nghi&nam=2022&noi=hai-duong", "/du-lieu/", "/yeu-cau-go/",
    "/bai/?tu=2030-01-01", "/can-bo/?ten=zzzz",
]  # fmt: skip


def every_page():
    article = Article.objects.get(place__slug="hai-duong/kinh-mon")
    meeting = Meeting.objects.filter(reports__article=article).first()
    own = f"/bai/{article.pk}"
    return [
        *FIXED,
        article.get_absolute_url(),
        meeting.get_absolute_url(),
        f"{own}/ban-luu/",
        f"{own}/ban-luu/{article.captures.first().pk}/",
        f"{own}/bao-loi/",
        f"{own}/bao-loi/?cam-on=1",
    ]
