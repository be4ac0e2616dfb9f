"""Rows → index → hits. One query value in, one hits value out, the same for every engine."""
