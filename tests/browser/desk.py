"""What the journeys of editors share."""

NAME, PASSWORD = "bien-tap", "mot-mat-khau-dai"


def log_in(page, site, name=NAME, password=PASSWORD):
    page.goto(f"{site}/quan-tri/")
    page.fill("#id_username", name)
    page.fill("#id_password", password)
    page.click("input[type=submit]")
    page.wait_for_url("**/quan-tri/")


def desk_of(article):
    return f"/quan-tri/bai/{article.pk}/duyet/"


def key_of(row):
    kinds = {"Observation": "so", "Mention": "nguoi", "MeetingReport": "hop"}
    return f"{kinds[type(row).__name__]}-{row.pk}"
