"""The schema of CAP 1.2 as rules: which elements, in which order, how often, with which values.

Taken from the standard's “CAP-v1.2.xsd” (OASIS, 1 July 2010, §3.4).
"""

import re
from xml.etree.ElementTree import Element

NAMESPACE = "{urn:oasis:names:tc:emergency:cap:1.2}"
MANY = 10_000
# The pattern of the schema's dateTime fields, which allows neither “Z” nor parts of a second.
MOMENT = re.compile(r"\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[-,+]\d\d:\d\d")
# Identifier and sender hold no space, comma, "<" or "&" (§3.2.1).
NAME = re.compile(r"[^\s,<&]+")
REFERENCES = re.compile(r"[^\s,<&]+,[^\s,<&]+,\S+( [^\s,<&]+,[^\s,<&]+,\S+)*")
LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
ADDRESS = re.compile(r"https?://\S+")

# Element: least and most, in the order of the schema's sequences.
SEQUENCES: dict[str, dict[str, tuple[int, int]]] = {
    "alert": {
        "identifier": (1, 1),
        "sender": (1, 1),
        "sent": (1, 1),
        "status": (1, 1),
        "msgType": (1, 1),
        "source": (0, 1),
        "scope": (1, 1),
        "restriction": (0, 1),
        "addresses": (0, 1),
        "code": (0, MANY),
        "note": (0, 1),
        "references": (0, 1),
        "incidents": (0, 1),
        "info": (0, MANY),
    },
    "info": {
        "language": (0, 1),
        "category": (1, MANY),
        "event": (1, 1),
        "responseType": (0, MANY),
        "urgency": (1, 1),
        "severity": (1, 1),
        "certainty": (1, 1),
        "audience": (0, 1),
        "eventCode": (0, MANY),
        "effective": (0, 1),
        "onset": (0, 1),
        "expires": (0, 1),
        "senderName": (0, 1),
        "headline": (0, 1),
        "description": (0, 1),
        "instruction": (0, 1),
        "web": (0, 1),
        "contact": (0, 1),
        "parameter": (0, MANY),
        "resource": (0, MANY),
        "area": (0, MANY),
    },
    "parameter": {"valueName": (1, 1), "value": (1, 1)},
    "area": {
        "areaDesc": (1, 1),
        "polygon": (0, MANY),
        "circle": (0, MANY),
        "geocode": (0, MANY),
        "altitude": (0, 1),
        "ceiling": (0, 1),
    },
}
VALUES: dict[str, set[str]] = {
    "status": {"Actual", "Exercise", "System", "Test", "Draft"},
    "msgType": {"Alert", "Update", "Cancel", "Ack", "Error"},
    "scope": {"Public", "Restricted", "Private"},
    "category": {
        *("Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport"),
        *("Infra", "CBRNE", "Other"),
    },
    "responseType": {
        *("Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear"),
        "None",
    },
    "urgency": {"Immediate", "Expected", "Future", "Past", "Unknown"},
    "severity": {"Extreme", "Severe", "Moderate", "Minor", "Unknown"},
    "certainty": {"Observed", "Likely", "Possible", "Unlikely", "Unknown"},
}
PATTERNS = {
    "identifier": NAME,
    "sender": NAME,
    "sent": MOMENT,
    "effective": MOMENT,
    "onset": MOMENT,
    "expires": MOMENT,
    "references": REFERENCES,
    "language": LANGUAGE,
    "web": ADDRESS,
}


def faults(element: Element) -> list[str]:
    """Return in what an element departs from the schema; nothing where it is valid."""
    name = element.tag.removeprefix(NAMESPACE)
    if not element.tag.startswith(NAMESPACE):
        return [f"{element.tag} is in another namespace"]
    found = [f"{name} has attributes"] if element.attrib else []
    sequence = SEQUENCES.get(name)
    if sequence is None:
        return found + _faults_of_value(name, element)
    children = [child.tag.removeprefix(NAMESPACE) for child in element]
    found += [f"{child} is no part of {name}" for child in set(children) - set(sequence)]
    order = [list(sequence).index(child) for child in children if child in sequence]
    if order != sorted(order):
        found.append(f"the parts of {name} stand in another order")
    for child, (least, most) in sequence.items():
        if not least <= children.count(child) <= most:
            found.append(f"{name} has {children.count(child)} of {child}")
    for child in element:
        found += faults(child)
    return found


def _faults_of_value(name: str, element: Element) -> list[str]:
    text = element.text or ""
    if len(element):
        return [f"{name} has parts"]
    if not text.strip():
        return [f"{name} is empty"]
    if name in VALUES and text not in VALUES[name]:
        return [f"{name} can’t be {text}"]
    if name in PATTERNS and not PATTERNS[name].fullmatch(text):
        return [f"{name} is written wrongly: {text}"]
    return []
