"""What tests ask of a page; the scripts run in the page itself."""

from playwright.sync_api import Page

# Elements that widen the page beyond the screen. Empty where the page does not scroll sideways.
OVERFLOWING = """() => {
  const root = document.scrollingElement, width = root.clientWidth;
  if (root.scrollWidth <= width) return [];
  const scrolls = (node) => {
    for (let up = node.parentElement; up && up !== document.body; up = up.parentElement)
      if (getComputedStyle(up).overflowX !== "visible") return true;
    return false;
  };
  const wide = [...document.body.querySelectorAll("*")].filter((node) =>
    node.getBoundingClientRect().right > width + 1 && !scrolls(node));
  const culprits = wide.slice(0, 5).map((node) => node.outerHTML.slice(0, 120));
  return [`${root.scrollWidth} > ${width}`, ...culprits];
}"""

# The levels of all headings that are shown, in their order.
HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((node) => node.checkVisibility())
  .map((node) => Number(node.tagName[1]))"""

# Pictures without width, height or alt.
POOR_PICTURES = """() => [...document.images]
  .filter((image) => !["width", "height", "alt"].every((name) => image.hasAttribute(name)))
  .map((image) => image.outerHTML.slice(0, 200))"""

# Pictures that do not appear, also those further down.
PICTURES = """async () => {
  const images = [...document.images].filter((image) => image.checkVisibility());
  for (const image of images) image.loading = "eager";
  const late = new Promise((resolve) => setTimeout(resolve, 60000));
  const failed = images.map((image) => image.decode().then(() => null, () => image.currentSrc));
  await Promise.race([Promise.all(failed), late]);
  const missing = images.filter((image) => !image.naturalWidth);
  return missing.map((image) => image.outerHTML.slice(0, 200));
}"""

# The element in focus: its name, whether it can be seen, and whether it is marked.
FOCUS = """() => {
  const node = document.activeElement;
  if (!node || node === document.body || node === document.documentElement) return null;
  const box = node.getBoundingClientRect(), style = getComputedStyle(node);
  const marks = (style) => style.boxShadow !== "none" ||
    (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
  const around = node.closest(":focus-within:not(html, body, main)");
  return {
    name: (node.innerText || node.getAttribute("aria-label") || node.name || "").trim(),
    html: node.outerHTML.slice(0, 160),
    shown: box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight &&
      box.right > 0 && box.left < innerWidth,
    marked: marks(style) || (node.labels?.length > 0 && marks(getComputedStyle(node.labels[0]))) ||
      (around !== null && around !== node && marks(getComputedStyle(around))),
  };
}"""

# Animations that take longer than some milliseconds, or never end.
MOVING = """(limit) => document.getAnimations()
  .filter((animation) => animation.effect.getComputedTiming().endTime > limit)
  .map((animation) => animation.animationName ?? animation.transitionProperty)"""

# Words and controls that cannot be told from their ground where the system sets the colours.
LOST_IN_FORCED_COLOURS = """() => {
  const ground = (node) => {
    for (let up = node; up; up = up.parentElement) {
      const colour = getComputedStyle(up).backgroundColor;
      if (!/, 0\\)$|transparent/.test(colour)) return colour;
    }
    return getComputedStyle(document.documentElement).backgroundColor;
  };
  const shown = [...document.querySelectorAll("main :is(a, button, input, h1, h2, p)")]
    .filter((node) => node.checkVisibility() && node.innerText?.trim());
  return shown.filter((node) => getComputedStyle(node).color === ground(node))
    .map((node) => node.outerHTML.slice(0, 120));
}"""


def visible(page: Page, selector: str) -> bool:
    """Tell whether any element of a selector can be seen."""
    return any(node.is_visible() for node in page.locator(selector).all())
