from django.db import migrations


def make_anew(apps, schema_editor):
    from desk.agenda import tables

    # All of it is worked out from the records, and so it is after every update: see desk.apps.
    for name in (tables.MARKS, tables.PEOPLE, tables.CHANGED):
        schema_editor.execute(f"DROP TABLE IF EXISTS {name}")
    for statement in tables.statements():
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [('desk', '0003_search_places')]

    operations = [migrations.RunPython(make_anew, migrations.RunPython.noop)]
