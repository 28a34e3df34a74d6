<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi" sourcelanguage="en">
<context>
    <name>BoardWindow</name>
    <message>
        <source>Call board</source>
        <translation>बुलावा बोर्ड</translation>
    </message>
    <message>
        <source>Connection lost. The last calls received are shown. Please watch the counters.</source>
        <translation>संपर्क टूट गया: अंतिम मिले बुलावे दिखाए जा रहे हैं। कृपया काउंटरों पर ध्यान दें।</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>हॉल से संपर्क हो रहा है…</translation>
    </message>
    <message>
        <source>This board is not registered. Pair it again.</source>
        <translation>यह बोर्ड हॉल में दर्ज नहीं है: इसे फिर से जोड़ें।</translation>
    </message>
    <message>
        <source>Certificate refused. Check time and network, or pair again.</source>
        <translation>प्रमाणपत्र अस्वीकृत। समय और नेटवर्क जाँचें, या फिर से जोड़ें।</translation>
    </message>
</context>
<context>
    <name>Calls</name>
    <message>
        <source>Counter</source>
        <translation>काउंटर</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>Waiting</source>
        <translation>प्रतीक्षारत</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>मिनट</translation>
    </message>
</context>
<context>
    <name>LargeCall</name>
    <message>
        <source>Welcome</source>
        <translation>आपका स्वागत है</translation>
    </message>
    <message>
        <source>Your number will be shown here</source>
        <translation>आपका नंबर यहाँ दिखाया जाएगा</translation>
    </message>
    <message>
        <source>The hall is closed</source>
        <translation>हॉल बंद है</translation>
    </message>
    <message>
        <source>Your number is kept</source>
        <translation>आपका नंबर सुरक्षित है</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>नंबर</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>काउंटर</translation>
    </message>
</context>
<context>
    <name>TimedWords</name>
    <message>
        <source>{prayer} prayer at {time}: during the call to prayer, calls are shown, not spoken</source>
        <translation>{prayer} की नमाज़ {time} बजे: अज़ान के दौरान नंबर दिखाए जाएँगे, बोले नहीं जाएँगे</translation>
    </message>
    <message>
        <source>Call to {prayer} prayer: calls are shown, not spoken</source>
        <translation>{prayer} की अज़ान: नंबर दिखाए जा रहे हैं, बोले नहीं जा रहे</translation>
    </message>
    <message>
        <source>{prayer} prayer: you keep your turn if you miss a call</source>
        <translation>{prayer} की नमाज़: जिसका बुलावा छूटे उसकी बारी बनी रहेगी</translation>
    </message>
    <message>
        <source>Last ticket at {time}</source>
        <translation>अंतिम टिकट {time} बजे</translation>
    </message>
    <message>
        <source>The hall closes at {time}. Everyone who has a ticket will be served</source>
        <translation>हॉल {time} बजे बंद होगा: जिनके पास टिकट है उन सबकी सेवा होगी</translation>
    </message>
    <message>
        <source>Fajr</source>
        <translation>फ़ज्र</translation>
    </message>
    <message>
        <source>Dhuhr</source>
        <translation>ज़ुहर</translation>
    </message>
    <message>
        <source>Asr</source>
        <translation>अस्र</translation>
    </message>
    <message>
        <source>Maghrib</source>
        <translation>मग़रिब</translation>
    </message>
    <message>
        <source>Isha</source>
        <translation>इशा</translation>
    </message>
</context>
</TS>
