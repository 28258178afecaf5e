import re
from pathlib import Path

import pytest
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.contrib.staticfiles.utils import get_files

import site_config
from site_config.staticfiles import SiteStaticFilesStorage, fold_style_sheet

SHEET = "site_config/css/site.css"
SOURCE = Path(site_config.__file__).parent / "static"
LAYERS = ["tokens", "reset", "base", "layout", "components", "utilities"]


def fold(sheets: dict[str, str], name: str = "css/site.css") -> str:
    return fold_style_sheet(name, sheets.__getitem__)


def test_imports_become_layers_in_the_order_they_were_written():
    css = fold(
        {
            "css/site.css": (
                "@layer a, b;\n"
                '@import url("one.css") layer(a);\n'
                "@import url('two.css') layer(b);\n"
                "@import url(three.css);\n"
                "p { margin: 0; }"
            ),
            "css/one.css": ".one {}\n",
            "css/two.css": ".two {}\n",
            "css/three.css": ".three {}\n",
        }
    )
    assert re.sub(r"\s+", " ", css) == (
        "@layer a, b; @layer a { .one {} } @layer b { .two {} } .three {} p { margin: 0; }"
    )


def test_addresses_resolve_from_the_folder_of_the_folded_sheet():
    css = fold(
        {
            "css/site.css": '@import url("parts/deep/footer.css") layer(a);',
            "css/parts/deep/footer.css": (
                '@import url("../strip.css") layer(b);\n'
                ".x { background: url(../../../art/strip.svg) }"
            ),
            "css/parts/strip.css": "@font-face { src: url('../../fonts/f.woff2') }",
        }
    )
    assert "url(../art/strip.svg)" in css
    assert "url('../fonts/f.woff2')" in css


@pytest.mark.parametrize(
    "address", ["data:image/svg+xml;base64,AA", "/static/a.svg", "https://example.org/a", "#mask"]
)
def test_absolute_addresses_stay_as_they_are(address):
    css = fold(
        {
            "css/site.css": '@import url("parts/a.css");',
            "css/parts/a.css": f'.a {{ mask: url("{address}"); }}',
        }
    )
    assert f'url("{address}")' in css


def test_a_sheet_that_imports_itself_is_refused_with_the_way_it_took():
    sheets = {
        "css/site.css": '@import url("a.css") layer(a);',
        "css/a.css": '@import url("site.css") layer(b);',
    }
    with pytest.raises(ValueError, match=r"css/site.css → css/a.css → css/site.css"):
        fold(sheets)


@pytest.fixture(scope="module")
def collected(tmp_path_factory):
    """The site's own static files, processed as collectstatic does."""
    root = tmp_path_factory.mktemp("static")
    source, plain = StaticFilesStorage(location=SOURCE), StaticFilesStorage(location=root)
    storage = SiteStaticFilesStorage(location=root)
    paths = {}
    for path in get_files(source):
        with source.open(path) as file:
            plain.save(path, file)
        paths[path] = (source, path)
    results = {name: (hashed, done) for name, hashed, done in storage.post_process(paths)}
    failures = {name: done for name, (_, done) in results.items() if isinstance(done, Exception)}
    assert failures == {}
    return root, storage


def test_production_serves_one_sheet_under_a_hashed_name(collected):
    root, storage = collected
    name = storage.stored_name(SHEET)
    css = (root / name).read_text()
    assert re.fullmatch(r"site_config/css/site\.[0-9a-f]{12}\.css", name)
    assert "@import" not in css
    assert (root / f"{name}.gz").exists()


def test_every_file_of_the_sheet_arrives_in_its_layer_and_order(collected):
    root, storage = collected
    css = (root / storage.stored_name(SHEET)).read_text()
    source = (root / SHEET).read_text()
    imported = re.findall(r'@import url\("[^"]+"\) layer\((\w+)\)', source)
    assert re.findall(r"@layer (\w+) \{", css) == imported
    assert [*dict.fromkeys(imported)] == LAYERS
    assert css.startswith(f"@layer {', '.join(LAYERS)};")
    assert css.count("{") == css.count("}")


def test_every_address_in_the_sheet_leads_to_a_hashed_file(collected):
    root, storage = collected
    sheet = root / storage.stored_name(SHEET)
    addresses = re.findall(r"""url\(["']?([^"')]+)""", sheet.read_text())
    assert any(address.endswith(".woff2") for address in addresses)
    assert any(address.endswith(".svg") for address in addresses)
    for address in addresses:
        assert (sheet.parent / address).resolve().is_file(), address
        assert re.search(r"\.[0-9a-f]{12}\.\w+$", address), address
