"""How the report looks: light or dark as the reader's system is, light on paper."""

from typing import Final

_LIGHT: Final = (
    "--paper:#fff;--ink:#1c1c1e;--faint:#6b6b70;--line:#d9d9de;--panel:#f5f5f7;"
    "--first:#1a66c2;--second:#b4540a;--cell:26,102,194"
)
_DARK: Final = (
    "--paper:#1c1c1e;--ink:#f2f2f4;--faint:#a0a0a6;--line:#3c3c40;--panel:#28282b;"
    "--first:#6aaefc;--second:#f0a05a;--cell:106,174,252"
)

DIGIT_COLOURS: Final = (
    "#4e79a7",
    "#f28e2b",
    "#e15759",
    "#76b7b2",
    "#59a14f",
    "#b8980f",
    "#b07aa1",
    "#e377a2",
    "#9c755f",
    "#8c8c90",
)
"""Of the ten digits on the map; they stand out from white and from nearly black."""

STYLE: Final = f"""
:root{{color-scheme:light dark;{_LIGHT}}}
@media (prefers-color-scheme:dark){{:root{{{_DARK}}}}}
@media print{{:root{{color-scheme:light;{_LIGHT}}}}}
*{{box-sizing:border-box}}
body{{margin:0 auto;max-width:70rem;padding:2rem 1.5rem;background:var(--paper);color:var(--ink);
font:16px/1.5 system-ui,sans-serif;font-variant-numeric:tabular-nums}}
h1{{font-size:1.6rem;margin:0 0 .25rem}}
h2{{font-size:1.15rem;margin:2.5rem 0 .5rem;break-after:avoid}}
p{{margin:.5rem 0;max-width:48rem}}
.faint,figcaption,dt,th{{color:var(--faint)}}
dl{{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.5rem;margin:1rem 0}}
dd{{margin:0;overflow-wrap:anywhere}}
.large{{font-size:2.2rem;font-weight:600;line-height:1.2}}
.scroll{{overflow-x:auto}}
table{{border-collapse:collapse;break-inside:avoid}}
th,td{{padding:.2rem .7rem;text-align:right;font-weight:400;white-space:nowrap}}
thead th{{border-bottom:1px solid var(--line)}}
#summary tbody th{{text-align:left;padding-left:0}}
.confusion td,.confusion th{{min-width:2.9rem;text-align:center;padding:.25rem}}
.confusion td{{border:1px solid var(--line)}}
.right{{font-weight:600}}
.texts td,.texts th{{text-align:left;white-space:normal;overflow-wrap:anywhere}}
.key span{{margin-right:.9rem;font-weight:600}}
.plots{{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(24rem,100%),1fr));gap:1rem}}
figure{{margin:0;break-inside:avoid}}
svg{{display:block;width:100%;max-width:34rem;height:auto;overflow:visible}}
svg text{{fill:var(--faint);font-size:11px}}
.axis{{stroke:var(--line);stroke-width:1;fill:none}}
.first{{stroke:var(--first);fill:none;stroke-width:2}}
.second{{stroke:var(--second);fill:none;stroke-width:2;stroke-dasharray:5 3}}
.bar{{fill:var(--first);fill-opacity:.55}}
.key-first{{color:var(--first);font-weight:600}}
.key-second{{color:var(--second);font-weight:600}}
.images{{display:grid;grid-template-columns:repeat(auto-fill,minmax(7rem,1fr));gap:.8rem}}
.images img{{width:5.25rem;height:5.25rem;image-rendering:pixelated;background:#fff;
border:1px solid var(--line)}}
figcaption{{font-size:.8rem;line-height:1.3;overflow-wrap:anywhere}}
.images figcaption strong{{color:var(--ink);font-weight:500}}
@media print{{body{{max-width:none;padding:0;font-size:11pt;print-color-adjust:exact}}}}
"""
