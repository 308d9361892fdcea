from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidacy', '0006_stage_moves'),
        ('interviews', '0004_asked'),
        ('letters', '0005_by_status'),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name='letter',
            name='letter_not_sent',
        ),
        migrations.AddIndex(
            model_name='letter',
            index=models.Index(condition=models.Q(('sent_at', None)), fields=['status', 'updated_at'], name='letter_not_sent'),
        ),
    ]
