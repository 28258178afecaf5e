"""What is held of a member, collected for them: one section for each kind of thing.

What others wrote or did is left out, also where it is about the member: it is theirs.
"""
