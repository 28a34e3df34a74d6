"""Figures of visits, calculated in one way for one hall and for all halls together; knows no database and no page."""
