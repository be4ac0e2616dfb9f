"""Kho tin Cấp ủy: the archive of local party-committee news.

A page goes in as bytes and comes out as something people can find, read, check and correct. The
rooms of the house, in the order in which a page walks through them:

    vietnamese    the language: normal forms, syllables, numbers, abbreviations
    gazetteer     places through time
    pages         bytes → Page: readers, decoding, layouts of portals
    extraction    Page → Record: dates, place, meeting, officials, indicators, each with its span
    models        the rows
    history       what was changed, by whom and why; what a machine would change
    search        rows → index → hits
    sums          how many of what there is, always up to date
    attention     what an editor should look at first, and why
    importing     Record → rows, one transaction a page
    keeping       backup and restore
    editing       what people do to the rows: judge, correct, add, decide, take back
    browse, api   the public site and the same data for programs
    admin         correcting, with the evidence beside the field
    management    the commands: thin doors
"""
