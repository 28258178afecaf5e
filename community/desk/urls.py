"""The addresses of the moderators' own pages in the admin."""

from django.urls import path

import community.converters  # noqa: F401  (they are known by being imported)
from community.desk import appeals, bulk, members, reports

urlpatterns = [
    path("community/appeals/", appeals.appeal_list, name="community_appeals"),
    path("community/appeals/<row:pk>/", appeals.appeal, name="community_appeal"),
    path("community/members/<row:pk>/", members.member, name="community_member_desk"),
    path("reports/community/", reports.answers, name="community_answers"),
    path("community/together/", bulk.decide_together, name="community_together"),
]
