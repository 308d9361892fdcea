from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidacy', '0006_stage_moves'),
        ('interviews', '0003_indexes'),
        ('letters', '0004_outbox'),
    ]

    operations = [
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(fields=['status', 'sent_at'], name='letter_by_status'),
        ),
    ]
