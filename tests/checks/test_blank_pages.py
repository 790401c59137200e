"""DOC007: blank pages inside."""

from building import case

from ita_checker.checks.blank_pages import Params, check

PAGES = "หนึ่ง\n---page---\n---page---\nสาม\n---page---\n(unread)\n---page---\n"


def test_blank_pages_inside_are_named_and_the_last_one_only_on_demand() -> None:
    inside = check(case("หนึ่ง\n---page---\n---page---\nสาม\n---page---\n"), Params())
    both = check(case("หนึ่ง\n---page---\n---page---\nสาม\n---page---\n"), Params(last=True))
    assert ([one.subject for one in inside.findings], [one.subject for one in both.findings]) == (
        ["2"],
        ["2, 4"],
    )


def test_an_unread_page_is_not_blank() -> None:
    assert check(case("หนึ่ง\n---page---\n(unread)\n---page---\nสาม"), Params()).findings == ()
