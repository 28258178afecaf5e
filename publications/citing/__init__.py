"""Publications as reference managers take them in: BibTeX, RIS and CSL-JSON."""
