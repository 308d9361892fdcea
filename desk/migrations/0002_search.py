from django.db import migrations


def make(apps, schema_editor):
    from desk.search import postgres, sqlite

    # What changes in the records is noted, and all of them read, after every update: see desk.apps.
    tables = postgres.TABLES if schema_editor.connection.vendor == "postgresql" else sqlite.TABLES
    for statement in tables:
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [('desk', '0001_agenda')]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
