"""One Chromium and one page for all tests of a run that ask for a page; those tests come last."""

from __future__ import annotations

import contextlib
import inspect
import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Error, Page, Route, expect, sync_playwright

OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
# Time that is never reached costs nothing, and a busy machine must fail nobody.
PATIENCE_MS = 60_000
expect.set_options(timeout=PATIENCE_MS)
_PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let tests with a page come last: no test after the browser's start can run another event loop."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))


def program() -> str:
    """Return the Chromium of this machine: the one without windows where it has it, as a page costs it a third less."""
    found = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    assert found, "these tests need Chromium: install it (Debian, Ubuntu: apt install chromium)"
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all pages."""
    with _launched() as launched:
        yield launched


@pytest.fixture(scope="session")
def emptied_page(browser: Browser) -> Callable[[], Page]:
    """Return what gives the page that the tests share, emptied; one that a test has closed is opened again."""
    pages: list[Page] = []

    def emptied() -> Page:
        if not pages or pages[-1].is_closed():
            pages.append(_new_page(browser))
        _empty(pages[-1])
        return pages[-1]

    return emptied


@pytest.fixture
def page(request: pytest.FixtureRequest, browser: Browser, emptied_page: Callable[[], Page]) -> Iterator[Page]:
    """A page with nothing of an earlier test in it; an error in its scripts fails the test.

    The tests share it: a new one costs twice the processor time of the page that is loaded into it.
    """
    own = any(word in inspect.getsource(request.function) for word in _STAYS)
    page = _new_page(browser) if own else emptied_page()
    errors: list[str] = []

    def note(error: object) -> None:
        errors.append(str(error))

    page.on("pageerror", note)
    yield page
    if own:
        page.context.close()
    elif not page.is_closed():
        _empty(page)
        page.remove_listener("pageerror", note)
        assert page.evaluate("String(Date).includes('[native code]')"), "a clock stays in the page: see _STAYS"
    assert errors == []


_STAYS = ("clock.install", "add_init_script", "emulate_media", "grant_permissions", "page.close")
"""What a page cannot be rid of: a test that does this has another page."""
_SIZE = {"width": 1280, "height": 720}
_FORGET = "() => { try { localStorage.clear(); sessionStorage.clear(); } catch { /* an empty page has neither */ } }"


def _new_page(browser: Browser) -> Page:
    context = browser.new_context(locale="ar-OM")
    context.set_default_timeout(PATIENCE_MS)
    return context.new_page()


def _empty(page: Page) -> None:
    for other in page.context.pages[1:]:
        other.close()
    page.unroute_all(behavior="ignoreErrors")
    page.evaluate(_FORGET)
    page.goto("about:blank")
    page.context.clear_cookies()
    page.set_viewport_size(_SIZE)


@contextlib.contextmanager
def held(page: Page, address: str, method: str | None = None) -> Iterator[list[Route]]:
    """Hold back the page's requests to `address` (of one method, where it is given) and give them as they come.

    Those that the block has not answered go on at its end: Playwright waits for the answer of each for ever, and the
    next test would find its waiting in the log.
    """
    routes: list[Route] = []
    over = False

    def hold(route: Route) -> None:
        if not over and method in (None, route.request.method):
            routes.append(route)
        else:
            route.continue_()

    page.route(address, hold)
    try:
        yield routes
    finally:
        over = True  # a request that comes now goes on at once
        for route in routes:
            with contextlib.suppress(Error):  # the block has answered it, or its page is gone
                route.continue_()
        page.unroute(address, hold)  # only now: it lets requests go on that wait, and their routes would never end


@contextlib.contextmanager
def _launched() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program(), args=OPTIONS)
        yield launched
        launched.close()
