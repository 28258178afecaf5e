"""The pages of the desk; each is opened by `partners.desk.access.at_desk`."""
