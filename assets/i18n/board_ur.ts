<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ur" sourcelanguage="en">
<context>
    <name>BoardWindow</name>
    <message>
        <source>Call board</source>
        <translation>نمبر بورڈ</translation>
    </message>
    <message>
        <source>Connection lost. The last calls received are shown. Please watch the counters.</source>
        <translation>رابطہ منقطع: آخری موصول نمبر دکھائے جا رہے ہیں۔ براہ کرم کاؤنٹروں پر نظر رکھیں۔</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>ہال سے رابطہ ہو رہا ہے…</translation>
    </message>
    <message>
        <source>This board is not registered. Pair it again.</source>
        <translation>یہ بورڈ ہال میں درج نہیں: اسے دوبارہ جوڑیں۔</translation>
    </message>
    <message>
        <source>Certificate refused. Check time and network, or pair again.</source>
        <translation>سرٹیفکیٹ مسترد۔ وقت اور نیٹ ورک دیکھیں، یا دوبارہ جوڑیں۔</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Counter</source>
        <translation>کاؤنٹر</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Waiting</source>
        <translation>منتظر افراد</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>منٹ</translation>
    </message>
</context>
<context>
    <name>LargeCall</name>
    <message>
        <source>Welcome</source>
        <translation>خوش آمدید</translation>
    </message>
    <message>
        <source>Your number will be shown here</source>
        <translation>آپ کا نمبر یہاں دکھایا جائے گا</translation>
    </message>
    <message>
        <source>The hall is closed</source>
        <translation>ہال بند ہے</translation>
    </message>
    <message>
        <source>Your number is kept</source>
        <translation>آپ کا نمبر محفوظ ہے</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>نمبر</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>کاؤنٹر</translation>
    </message>
</context>
<context>
    <name>TimedWords</name>
    <message>
        <source>{prayer} prayer at {time}: during the call to prayer, calls are shown, not spoken</source>
        <translation>نمازِ {prayer} {time} بجے: اذان کے دوران نمبر دکھائے جائیں گے، پکارے نہیں جائیں گے</translation>
    </message>
    <message>
        <source>Call to {prayer} prayer: calls are shown, not spoken</source>
        <translation>اذانِ {prayer}: نمبر دکھائے جا رہے ہیں، پکارے نہیں جا رہے</translation>
    </message>
    <message>
        <source>{prayer} prayer: you keep your turn if you miss a call</source>
        <translation>نمازِ {prayer}: جس سے پکار چھوٹ جائے اس کی باری محفوظ رہے گی</translation>
    </message>
    <message>
        <source>Last ticket at {time}</source>
        <translation>آخری ٹکٹ {time} بجے</translation>
    </message>
    <message>
        <source>The hall closes at {time}. Everyone who has a ticket will be served</source>
        <translation>ہال {time} بجے بند ہوگا: جس کے پاس ٹکٹ ہے اسے خدمت ملے گی</translation>
    </message>
    <message>
        <source>Fajr</source>
        <translation>فجر</translation>
    </message>
    <message>
        <source>Dhuhr</source>
        <translation>ظہر</translation>
    </message>
    <message>
        <source>Asr</source>
        <translation>عصر</translation>
    </message>
    <message>
        <source>Maghrib</source>
        <translation>مغرب</translation>
    </message>
    <message>
        <source>Isha</source>
        <translation>عشاء</translation>
    </message>
</context>
</TS>
