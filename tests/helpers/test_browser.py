"""The page that the tests share: nothing of one test is left for the next."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

LEFT = "[localStorage.length, sessionStorage.length, document.cookie, innerWidth]"


def visit(page: Page) -> None:
    page.route("**/*", lambda route: route.fulfill(body="<p>A page</p>", content_type="text/html"))
    page.goto("http://one.example/")


def test_what_a_test_leaves_in_the_page_is_gone_in_the_next(page: Page, emptied_page: Callable[[], Page]) -> None:
    visit(page)
    page.evaluate("localStorage.a = 1; sessionStorage.a = 1; document.cookie = 'a=1'")
    page.set_viewport_size({"width": 390, "height": 844})
    page.context.new_page()
    assert page.evaluate(LEFT) == [1, 1, "a=1", 390]
    assert emptied_page() is page
    visit(page)
    assert page.evaluate(LEFT) == [0, 0, "", 1280]
    assert len(page.context.pages) == 1
