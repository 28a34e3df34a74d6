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
        <source>Connection lost: the last calls received are shown. Please watch the counters.</source>
        <translation>انقطع الاتصال: المعروض آخر ما وصل من نداءات، يُرجى متابعة النوافذ</translation>
    </message>
    <message>
        <source>Connecting to the hall…</source>
        <translation>جارٍ الاتصال بقاعة الخدمة…</translation>
    </message>
    <message>
        <source>This board is not enrolled in the hall: pair it again.</source>
        <translation>هذه الشاشة غير مسجّلة في القاعة: يُرجى ربطها من جديد</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Counter</source>
        <translation>النافذة</translation>
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
        <translation>صلاة {prayer} الساعة {time} – أثناء الأذان تُعرض النداءات ولا تُنطق</translation>
    </message>
    <message>
        <source>Call to {prayer} prayer: calls are shown, not spoken</source>
        <translation>أذان {prayer}: تُعرض النداءات ولا تُنطق</translation>
    </message>
    <message>
        <source>{prayer} prayer: whoever misses a call keeps the turn</source>
        <translation>صلاة {prayer}: من فاته النداء يُحفظ له دوره</translation>
    </message>
    <message>
        <source>Last ticket at {time}</source>
        <translation>آخر تذكرة الساعة {time}</translation>
    </message>
    <message>
        <source>The hall closes at {time}: everyone who holds a ticket will be served</source>
        <translation>تُغلق القاعة الساعة {time}، ويُخدم كل من يحمل تذكرة</translation>
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
