"""What people do to the rows: judge, correct, add, decide, take back.

Each act is one transaction that leaves its line in the history, and the site and the search show it when it is saved.
"""
