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
        <translation>هذه الشاشة غير مسجّلة في القاعة: يُرجى إقرانها من جديد</translation>
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
</TS>
