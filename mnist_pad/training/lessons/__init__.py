"""The article's lessons: each a failure, run for real, and its mending.

`lesson` says what each is, `code` what one would write, `lesson_1` to `lesson_7` are that code,
`running` runs it as events, `words` puts it into sentences.
"""
