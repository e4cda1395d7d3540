"""Parts of rules that have a name: how months, amounts, approximations and edges are written."""

from __future__ import annotations

NAMED_PARTS = {
    "month": "({fullmonth} | {shortmonth} .?)",
    "weekday": "({fullweekday} | {shortweekday} .?)",
    "dom": "({dayno} (st|nd|rd|th)? | {tens} - {ordinalword} | {ordinalword})",
    "spelledyear": "((nineteen|eighteen|seventeen|sixteen) ({tens} -? {ones}? | hundred)"
    " | two thousand (and? {ones})?)",
    "year": "({yearno} | {oldyear} | ' ({twodigits}|{dayno}) | {spelledyear})",
    "figure": "(({dayno}|{twodigits}|{othernumber}|{yearno}|{oldyear}) (-? {fraction})? {scale}?"
    " | {fraction})",
    "spelled": "({ones}|{tens}|{scale}) ((-|and)? ({ones}|{tens}|{scale}))*",
    "vague": "(a? (few|handful of|couple of?|pair of) | several | many"
    " | (dozens|hundreds|thousands|scores|tens) of ((thousands|hundreds) of)? | a number of)",
    "exactly": "({figure} | {spelled} | {vague} | (a|an) {scale} | a? half (an|a|-)?)",
    "number": "{exactly} (-? and -? a -? half)? ((to|or|-|–) ({figure} | {spelled}))?",
    "amount": "({number} | a | an)",
    "approx": "(about | around | approximately | roughly | nearly | almost | under"
    " | up to | close to | at (least|most) | no? (more|less|fewer|longer) than"
    " | as (much|many|long) as | (well|just|a little) (over|under))",
    "edge": "((early|mid|late) (-|in|on|of)? the? | (earlier|later) (in|on)? the?"
    " | sometime in? | the? very? (beginning|start|end|middle|close) of the?"
    " | around | about)",
    "edgeofday": "((early|mid|late) (-|in|on|of)? | (earlier|later) (in|on)? | sometime in?)",
    "whichyear": "((of|,|in)? (last|this|next|that|the (same|previous|following)) year (' s)?"
    " | (of|in) the year)",
    "yearago": "year - (ago|earlier)",
    "half": "and a half",
    "zoned": "({zone} | (local|eastern|central|mountain|pacific) time)",
    "clocktime": "(({clock}|{dayno}|{othernumber}) ({ampm} | (a|p) . m .?)"
    " | ({dayno}|{ones}) o ' clock | half past {ones} | noon | midnight | midday)",
}
