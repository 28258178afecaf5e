"""How members say how they want to hear of things."""

from typing import Any

from django import forms

from community.models import Delivery, Subject


class DeliveryForm(forms.Form):
    """One choice for each subject."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for subject in Subject:
            self.fields[subject.value] = forms.ChoiceField(
                label=subject.label, choices=Delivery.choices, widget=forms.RadioSelect
            )
