<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="bn" sourcelanguage="en">
<context>
    <name>BoardWindow</name>
    <message>
        <source>Call board</source>
        <translation>ডাক বোর্ড</translation>
    </message>
    <message>
        <source>Connection lost. The last calls received are shown. Please watch the counters.</source>
        <translation>সংযোগ বিচ্ছিন্ন: সর্বশেষ পাওয়া ডাকগুলো দেখানো হচ্ছে। অনুগ্রহ করে কাউন্টারের দিকে খেয়াল রাখুন।</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>হলের সঙ্গে সংযোগ হচ্ছে…</translation>
    </message>
    <message>
        <source>This board is not registered. Pair it again.</source>
        <translation>এই বোর্ড হলে নিবন্ধিত নয়: আবার সংযুক্ত করুন।</translation>
    </message>
    <message>
        <source>Certificate refused. Check time and network, or pair again.</source>
        <translation>সনদ গৃহীত হয়নি। সময় ও নেটওয়ার্ক যাচাই করুন, অথবা আবার সংযুক্ত করুন।</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Counter</source>
        <translation>কাউন্টার</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>নম্বর</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Waiting</source>
        <translation>অপেক্ষমাণ</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>মিনিট</translation>
    </message>
</context>
<context>
    <name>LargeCall</name>
    <message>
        <source>Welcome</source>
        <translation>স্বাগতম</translation>
    </message>
    <message>
        <source>Your number will be shown here</source>
        <translation>আপনার নম্বর এখানে দেখানো হবে</translation>
    </message>
    <message>
        <source>The hall is closed</source>
        <translation>হল বন্ধ</translation>
    </message>
    <message>
        <source>Your number is kept</source>
        <translation>আপনার নম্বর সংরক্ষিত আছে</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>নম্বর</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>কাউন্টার</translation>
    </message>
</context>
<context>
    <name>TimedWords</name>
    <message>
        <source>{prayer} prayer at {time}: during the call to prayer, calls are shown, not spoken</source>
        <translation>{prayer} নামাজ {time} টায়: আজানের সময় নম্বর দেখানো হবে, বলা হবে না</translation>
    </message>
    <message>
        <source>Call to {prayer} prayer: calls are shown, not spoken</source>
        <translation>{prayer} নামাজের আজান: নম্বর দেখানো হচ্ছে, বলা হচ্ছে না</translation>
    </message>
    <message>
        <source>{prayer} prayer: you keep your turn if you miss a call</source>
        <translation>{prayer} নামাজ: ডাক মিস হলেও পালা থাকবে</translation>
    </message>
    <message>
        <source>Last ticket at {time}</source>
        <translation>শেষ টিকিট {time} টায়</translation>
    </message>
    <message>
        <source>The hall closes at {time}. Everyone who has a ticket will be served</source>
        <translation>হল {time} টায় বন্ধ হবে: যাঁদের টিকিট আছে সবাই সেবা পাবেন</translation>
    </message>
    <message>
        <source>Fajr</source>
        <translation>ফজর</translation>
    </message>
    <message>
        <source>Dhuhr</source>
        <translation>যোহর</translation>
    </message>
    <message>
        <source>Asr</source>
        <translation>আসর</translation>
    </message>
    <message>
        <source>Maghrib</source>
        <translation>মাগরিব</translation>
    </message>
    <message>
        <source>Isha</source>
        <translation>এশা</translation>
    </message>
</context>
</TS>
