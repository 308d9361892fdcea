from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidacy', '0006_stage_moves'),
        ('interviews', '0003_indexes'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='note',
            index=models.Index(condition=models.Q(('kind', 'question'), models.Q(('share', 'private'), _negated=True)), fields=['interviewer'], name='note_asked'),
        ),
    ]
