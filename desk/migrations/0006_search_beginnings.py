from django.db import migrations


def make(apps, schema_editor):
    from desk.search import sqlite
    from desk.search.store import WORDS

    if schema_editor.connection.vendor == "sqlite":
        # All words are read anew after every update.
        schema_editor.execute(f"DROP TABLE {WORDS}")
        schema_editor.execute(next(one for one in sqlite.TABLES if WORDS in one))


class Migration(migrations.Migration):

    dependencies = [('desk', '0005_people')]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
