from home.models.contact import ContactFormField, ContactPage, ContactSubmission
from home.models.home import HomePage
from home.models.standard import StandardPage

__all__ = ["ContactFormField", "ContactPage", "ContactSubmission", "HomePage", "StandardPage"]
