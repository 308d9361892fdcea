from django.db import migrations


def make(apps, schema_editor):
    from desk.agenda import tables

    # The triggers are put on after every update: see desk.apps.
    for statement in tables.statements():
        schema_editor.execute(statement)


class Migration(migrations.Migration):

    dependencies = [
        ('candidacy', '0004_by_app'),
        ('interviews', '0002_invitations'),
        ('letters', '0004_outbox'),
    ]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
