from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidacy', '0006_stage_moves'),
        ('interviews', '0002_invitations'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='interview',
            index=models.Index(fields=['starts_at'], name='interview_by_start'),
        ),
        migrations.AddIndex(
            model_name='note',
            index=models.Index(condition=models.Q(('by', None), ('done_on', None), ('due_on__isnull', False)), fields=['kind', 'due_on'], name='note_promised'),
        ),
    ]
