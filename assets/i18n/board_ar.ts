<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>BoardWindow</name>
    <message>
        <source>Call board</source>
        <translation>شاشة النداء</translation>
    </message>
    <message>
        <source>Connection lost. The last calls received are shown. Please watch the counters.</source>
        <translation>انقطع الاتصال. تُعرض آخر النداءات المستلمة، يُرجى متابعة النوافذ</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال بالنظام…</translation>
    </message>
    <message>
        <source>This board is not registered. Pair it again.</source>
        <translation>هذه الشاشة غير مسجّلة. يُرجى ربطها من جديد</translation>
    </message>
    <message>
        <source>Certificate refused. Check time and network, or pair again.</source>
        <translation>الشهادة غير مقبولة: تحقق من الوقت والشبكة أو أعد الربط</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Counter</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>رقم الدور</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Waiting</source>
        <translation>المنتظرون</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>بالدقائق</translation>
    </message>
</context>
<context>
    <name>LargeCall</name>
    <message>
        <source>Welcome</source>
        <translation>أهلًا وسهلًا</translation>
    </message>
    <message>
        <source>Your number will be shown here</source>
        <translation>سيظهر رقم دوركم هنا</translation>
    </message>
    <message>
        <source>The hall is closed</source>
        <translation>القاعة مغلقة</translation>
    </message>
    <message>
        <source>Your number is kept</source>
        <translation>رقمكم محفوظ</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>رقم الدور</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>النافذة</translation>
    </message>
</context>
<context>
    <name>TimedWords</name>
    <message>
        <source>{prayer} prayer at {time}: during the call to prayer, calls are shown, not spoken</source>
        <translation>صلاة {prayer} الساعة {time} – أثناء الأذان تظهر النداءات على الشاشة دون صوت</translation>
    </message>
    <message>
        <source>Call to {prayer} prayer: calls are shown, not spoken</source>
        <translation>أذان {prayer}: تظهر النداءات على الشاشة دون صوت</translation>
    </message>
    <message>
        <source>{prayer} prayer: you keep your turn if you miss a call</source>
        <translation>صلاة {prayer}: يُحفظ دور من فاته النداء</translation>
    </message>
    <message>
        <source>Last ticket at {time}</source>
        <translation>آخر تذكرة الساعة {time}</translation>
    </message>
    <message>
        <source>The hall closes at {time}. Everyone who has a ticket will be served</source>
        <translation>تُغلق القاعة الساعة {time}، وستُقدَّم الخدمة لجميع حاملي التذاكر</translation>
    </message>
    <message>
        <source>Fajr</source>
        <translation>الفجر</translation>
    </message>
    <message>
        <source>Dhuhr</source>
        <translation>الظهر</translation>
    </message>
    <message>
        <source>Asr</source>
        <translation>العصر</translation>
    </message>
    <message>
        <source>Maghrib</source>
        <translation>المغرب</translation>
    </message>
    <message>
        <source>Isha</source>
        <translation>العشاء</translation>
    </message>
</context>
</TS>
