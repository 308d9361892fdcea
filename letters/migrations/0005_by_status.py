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
            index=models.Index(condition=models.Q(('sent_at', None)), fields=['status'], name='letter_not_sent'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(condition=models.Q(('sent_at__isnull', False)), fields=['sent_at'], name='letter_by_day'),
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(condition=models.Q(('sent_at__isnull', False)), fields=['kind'], name='letter_sent_by_kind'),
        ),
    ]
