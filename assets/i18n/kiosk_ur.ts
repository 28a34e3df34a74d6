<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ur" sourcelanguage="en">
<context>
    <name>AssistScreen</name>
    <message>
        <source>Accessibility options</source>
        <translation>یہ اسکرین آپ کی کیسے مدد کرے؟</translation>
    </message>
    <message>
        <source>Your choices stay on until you finish</source>
        <translation>آپ جو چالو کریں گے وہ آپ کا کام مکمل ہونے تک رہے گا</translation>
    </message>
    <message>
        <source>On</source>
        <translation>چالو</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>بند</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>بڑے حروف</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>زیادہ نمایاں رنگ</translation>
    </message>
    <message>
        <source>Lower buttons</source>
        <translation>بٹن اسکرین کے نیچے</translation>
    </message>
    <message>
        <source>Spoken guide</source>
        <translation>آواز سے رہنمائی</translation>
    </message>
    <message>
        <source>Sign language</source>
        <translation>اشاروں کی زبان</translation>
    </message>
</context>
<context>
    <name>Directions</name>
    <message>
        <source>Reception is on the left</source>
        <translation>استقبالیہ بائیں طرف ہے</translation>
    </message>
    <message>
        <source>Reception is on the right</source>
        <translation>استقبالیہ دائیں طرف ہے</translation>
    </message>
    <message>
        <source>Reception is straight ahead</source>
        <translation>استقبالیہ سیدھا سامنے ہے</translation>
    </message>
    <message>
        <source>Reception is behind you</source>
        <translation>استقبالیہ آپ کے پیچھے ہے</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Done</source>
        <translation>مکمل</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>Messages will go to %1. Touch to cancel</source>
        <extracomment>On the button beside a ticket: %1 is the masked number.</extracomment>
        <translation>پیغامات %1 پر جائیں گے۔ روکنے کے لیے چھوئیں</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>ایک لمحہ</translation>
    </message>
    <message>
        <source>The number was not saved. Touch to try again</source>
        <translation>نمبر محفوظ نہیں ہوا۔ دوبارہ کوشش کے لیے چھوئیں</translation>
    </message>
    <message>
        <source>Message me when my turn is near</source>
        <translation>میری باری قریب ہو تو مجھے پیغام بھیجیں</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Change the language</source>
        <translation>زبان تبدیل کریں</translation>
    </message>
    <message>
        <source>Help with this screen</source>
        <translation>اس اسکرین کے استعمال میں مدد</translation>
    </message>
</context>
<context>
    <name>InformationScreen</name>
    <message>
        <source>Please have these with you</source>
        <translation>براہ کرم یہ چیزیں ساتھ رکھیں</translation>
    </message>
    <message>
        <source>Code that opens the online service on a phone</source>
        <translation>فون پر آن لائن خدمت کھولنے کا کوڈ</translation>
    </message>
    <message>
        <source>Scan to open it on your phone</source>
        <translation>اپنے فون پر کھولنے کے لیے اسکین کریں</translation>
    </message>
    <message>
        <source>Continue and take a ticket</source>
        <translation>پھر بھی ٹکٹ لیں</translation>
    </message>
    <message>
        <source>Take a ticket</source>
        <translation>ٹکٹ لیں</translation>
    </message>
</context>
<context>
    <name>KeypadScreen</name>
    <message>
        <source>Delete</source>
        <translation>مٹائیں</translation>
    </message>
    <message>
        <source>Digits so far: %1</source>
        <extracomment>Said after each key of a telephone number: %1 is a count.</extracomment>
        <translation>اب تک کے ہندسے: %1</translation>
    </message>
</context>
<context>
    <name>KeypadTexts</name>
    <message>
        <source>Your mobile number</source>
        <translation>آپ کا موبائل نمبر</translation>
    </message>
    <message>
        <source>We use it only for messages about your turn today. It is encrypted in this hall and deleted within 24 hours. You can withdraw it at any time.</source>
        <translation>ہم اسے صرف آج آپ کی باری بتانے کے لیے استعمال کرتے ہیں۔ یہ اس ہال میں خفیہ طور پر محفوظ رہتا ہے اور 24 گھنٹوں میں مٹا دیا جاتا ہے۔ آپ اسے کسی بھی وقت واپس لے سکتے ہیں۔</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>جاری رکھیں</translation>
    </message>
    <message>
        <source>Your booking number</source>
        <translation>آپ کا بکنگ نمبر</translation>
    </message>
    <message>
        <source>It is in your appointment message</source>
        <translation>یہ ملاقات کی تصدیق کے پیغام میں درج ہے</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>حاضری لگائیں</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>ایک لمحہ</translation>
    </message>
    <message>
        <source>There is no appointment with this number. Please check it</source>
        <translation>اس نمبر کی کوئی ملاقات نہیں۔ براہِ کرم جانچ لیں</translation>
    </message>
    <message>
        <source>This number is not correct. A mobile number in Oman has 8 digits</source>
        <translation>یہ نمبر درست نہیں۔ عمان میں موبائل نمبر 8 ہندسوں کا ہوتا ہے</translation>
    </message>
</context>
<context>
    <name>LanguagesScreen</name>
    <message>
        <source>Change the language</source>
        <translation>زبان تبدیل کریں</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Tickets from %1</source>
        <translation>ٹکٹ %1 بجے سے</translation>
    </message>
    <message>
        <source>Seconds left: %1</source>
        <translation>باقی سیکنڈ: %1</translation>
    </message>
</context>
<context>
    <name>NoticeTexts</name>
    <message>
        <source>One moment</source>
        <translation>ایک لمحہ</translation>
    </message>
    <message>
        <source>Your ticket is being issued</source>
        <translation>آپ کا ٹکٹ بن رہا ہے</translation>
    </message>
    <message>
        <source>Your ticket is being printed</source>
        <translation>آپ کا ٹکٹ چھپ رہا ہے</translation>
    </message>
    <message>
        <source>It will come out of the slot below</source>
        <translation>یہ نیچے والی درز سے نکلے گا</translation>
    </message>
    <message>
        <source>Please take your ticket</source>
        <translation>براہ کرم اپنا ٹکٹ لے لیں</translation>
    </message>
    <message>
        <source>It is in the slot below the screen</source>
        <translation>یہ اسکرین کے نیچے والی درز میں ہے</translation>
    </message>
    <message>
        <source>Your number is valid without paper</source>
        <translation>آپ کا نمبر کاغذ کے بغیر بھی درست ہے</translation>
    </message>
    <message>
        <source>The printer has stopped. Note your number or scan the code</source>
        <translation>پرنٹر رک گیا ہے۔ اپنا نمبر لکھ لیں یا کوڈ اسکین کریں</translation>
    </message>
    <message>
        <source>The printer has stopped. Reception will print it again for you</source>
        <translation>پرنٹر رک گیا ہے۔ استقبالیہ آپ کے لیے اسے دوبارہ چھاپ دے گا</translation>
    </message>
    <message>
        <source>Your number is valid</source>
        <translation>آپ کا نمبر درست ہے</translation>
    </message>
    <message>
        <source>If no paper came out, note your number or scan the code</source>
        <translation>اگر کاغذ نہ نکلا ہو تو اپنا نمبر لکھ لیں یا کوڈ اسکین کریں</translation>
    </message>
    <message>
        <source>The printer is ready again</source>
        <translation>پرنٹر دوبارہ تیار ہے</translation>
    </message>
    <message>
        <source>Touch the button to print your ticket with the same number</source>
        <translation>بٹن چھوئیں: آپ کا ٹکٹ اسی نمبر کے ساتھ چھپے گا</translation>
    </message>
    <message>
        <source>If no paper came out, touch the button to print it again</source>
        <translation>اگر کاغذ نہ نکلا ہو تو دوبارہ چھاپنے کے لیے بٹن چھوئیں</translation>
    </message>
    <message>
        <source>Your ticket is still in the slot</source>
        <translation>آپ کا ٹکٹ ابھی درز میں ہے</translation>
    </message>
    <message>
        <source>Please take it from the slot below the screen</source>
        <translation>براہ کرم اسے نکال لیں: یہ اسکرین کے نیچے والی درز میں ہے</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>براہ کرم ایک لمحہ</translation>
    </message>
    <message>
        <source>The ticket service is starting</source>
        <translation>ٹکٹ کی خدمت شروع ہو رہی ہے</translation>
    </message>
    <message>
        <source>We will be back shortly</source>
        <translation>ہم جلد واپس آئیں گے</translation>
    </message>
    <message>
        <source>Tickets cannot be issued at the moment. Please ask at reception</source>
        <translation>اس وقت ٹکٹ نہیں دیے جا سکتے۔ براہ کرم استقبالیہ سے پوچھیں</translation>
    </message>
    <message>
        <source>This screen is pausing for a moment</source>
        <translation>یہ سکرین ایک لمحے کے لیے رکی ہے</translation>
    </message>
    <message>
        <source>This machine is not set up</source>
        <translation>یہ آلہ ترتیب نہیں دیا گیا</translation>
    </message>
    <message>
        <source>Please get a ticket at reception. Staff: pair this machine again</source>
        <translation>براہ کرم اپنا ٹکٹ استقبالیہ سے لیں۔ عملہ: اس آلے کو دوبارہ جوڑیں</translation>
    </message>
    <message>
        <source>Please get a ticket at reception. Staff: check date, time and network of this machine, or pair it again</source>
        <translation>براہ کرم اپنا ٹکٹ استقبالیہ سے لیں۔ عملہ: اس آلے کی تاریخ، وقت اور نیٹ ورک دیکھیں، یا اسے دوبارہ جوڑیں</translation>
    </message>
    <message>
        <source>Tickets are not issued yet</source>
        <translation>ابھی ٹکٹ دینا شروع نہیں ہوا</translation>
    </message>
    <message>
        <source>Please come back when tickets are issued</source>
        <translation>براہ کرم ٹکٹ شروع ہونے پر دوبارہ آئیں</translation>
    </message>
    <message>
        <source>No more tickets today</source>
        <translation>آج مزید ٹکٹ نہیں</translation>
    </message>
    <message>
        <source>Everyone who has a ticket will be served. See you on the next working day</source>
        <translation>جس کے پاس ٹکٹ ہے اسے خدمت ملے گی۔ اگلے یومِ کار پر ملاقات ہوگی</translation>
    </message>
    <message>
        <source>The hall is closed</source>
        <translation>ہال بند ہے</translation>
    </message>
    <message>
        <source>We look forward to seeing you on a working day</source>
        <translation>ہم یومِ کار پر آپ کے منتظر رہیں گے</translation>
    </message>
    <message>
        <source>We will be with you shortly</source>
        <translation>ہم جلد آپ کی خدمت میں ہوں گے</translation>
    </message>
    <message>
        <source>Staff are checking today&apos;s date. Please ask at reception</source>
        <translation>عملہ آج کی تاریخ جانچ رہا ہے۔ براہ کرم استقبالیہ سے پوچھیں</translation>
    </message>
    <message>
        <source>Closed because of the weather. It opens again: %1</source>
        <extracomment>%1 is a time, or a day.</extracomment>
        <translation>موسم کی وجہ سے بند ہے۔ دوبارہ کھلے گا: %1</translation>
    </message>
    <message>
        <source>Closed because of flooding. It opens again: %1</source>
        <translation>سیلاب کی وجہ سے بند ہے۔ دوبارہ کھلے گا: %1</translation>
    </message>
    <message>
        <source>Closed for official mourning. It opens again: %1</source>
        <translation>سرکاری سوگ کی وجہ سے بند ہے۔ دوبارہ کھلے گا: %1</translation>
    </message>
    <message>
        <source>Closed because of a fault in the building. It opens again: %1</source>
        <translation>عمارت میں خرابی کی وجہ سے بند ہے۔ دوبارہ کھلے گا: %1</translation>
    </message>
    <message>
        <source>It opens again: %1</source>
        <translation>دوبارہ کھلے گا: %1</translation>
    </message>
    <message>
        <source>The paper has run out</source>
        <translation>کاغذ ختم ہو گیا ہے</translation>
    </message>
    <message>
        <source>Please get a ticket at reception</source>
        <translation>براہ کرم اپنا ٹکٹ استقبالیہ سے لیں</translation>
    </message>
    <message>
        <source>The printer is open</source>
        <translation>پرنٹر کھلا ہے</translation>
    </message>
    <message>
        <source>Paper is stuck in the slot</source>
        <translation>کاغذ درز میں پھنس گیا ہے</translation>
    </message>
    <message>
        <source>Please do not pull it. Get a ticket at reception</source>
        <translation>براہ کرم اسے نہ کھینچیں۔ اپنا ٹکٹ استقبالیہ سے لیں</translation>
    </message>
    <message>
        <source>The paper does not fit this machine</source>
        <translation>کاغذ اس آلے کے لیے مناسب نہیں</translation>
    </message>
    <message>
        <source>A ticket is in the slot</source>
        <translation>درز میں ایک ٹکٹ پڑا ہے</translation>
    </message>
    <message>
        <source>Please take it out. This machine continues when the slot is empty</source>
        <translation>براہ کرم اسے نکال لیں۔ درز خالی ہوتے ہی یہ آلہ خود کام شروع کر دے گا</translation>
    </message>
    <message>
        <source>This machine is out of service</source>
        <translation>یہ آلہ کام نہیں کر رہا</translation>
    </message>
    <message>
        <source>You are early</source>
        <extracomment>%1 is the time from which one may check in.</extracomment>
        <translation>آپ جلدی آ گئے ہیں</translation>
    </message>
    <message>
        <source>You can check in from %1. Please take a seat until then</source>
        <translation>آپ %1 سے حاضری لگا سکتے ہیں۔ تب تک تشریف رکھیں</translation>
    </message>
    <message>
        <source>You have missed your appointment time</source>
        <extracomment>%1 is the time of the appointment.</extracomment>
        <translation>آپ کی ملاقات کا وقت گزر چکا ہے</translation>
    </message>
    <message>
        <source>It was at %1. You can take a standard ticket, or ask at reception</source>
        <translation>وقت %1 تھا۔ آپ عام ٹکٹ لے سکتے ہیں یا استقبالیہ سے پوچھیں</translation>
    </message>
    <message>
        <source>Your appointment is on another day</source>
        <extracomment>%1 is the day of the appointment.</extracomment>
        <translation>آپ کی ملاقات کسی اور دن ہے</translation>
    </message>
    <message>
        <source>It is on %1. You can take a standard ticket for today</source>
        <translation>یہ %1 کو ہے۔ آپ آج کے لیے عام ٹکٹ لے سکتے ہیں</translation>
    </message>
    <message>
        <source>A ticket was already issued for this appointment</source>
        <translation>اس ملاقات کا ٹکٹ پہلے ہی جاری ہو چکا ہے</translation>
    </message>
    <message>
        <source>This appointment was cancelled</source>
        <translation>یہ ملاقات منسوخ ہو چکی ہے</translation>
    </message>
    <message>
        <source>You can take a standard ticket, or ask at reception</source>
        <translation>آپ عام ٹکٹ لے سکتے ہیں یا استقبالیہ سے پوچھیں</translation>
    </message>
    <message>
        <source>Touch the button below to start again</source>
        <translation>دوبارہ شروع کرنے کے لیے نیچے والا بٹن چھوئیں</translation>
    </message>
    <message>
        <source>This service has closed for today</source>
        <translation>یہ خدمت آج کے لیے بند ہو چکی ہے</translation>
    </message>
    <message>
        <source>Please choose another service</source>
        <translation>براہ کرم کوئی دوسری خدمت چنیں</translation>
    </message>
    <message>
        <source>No more numbers for this service today</source>
        <translation>آج اس خدمت کے مزید نمبر نہیں ہیں</translation>
    </message>
    <message>
        <source>Please ask at reception</source>
        <translation>براہ کرم استقبالیہ سے پوچھیں</translation>
    </message>
    <message>
        <source>Please do not touch it until it works again</source>
        <translation>براہ کرم دوبارہ چلنے تک اسے نہ چھوئیں</translation>
    </message>
    <message>
        <source>Please get a ticket at reception. This machine continues when the cover is closed</source>
        <translation>براہ کرم استقبالیہ سے ٹکٹ لیں۔ ڈھکن بند ہوتے ہی یہ آلہ کام شروع کر دے گا</translation>
    </message>
    <message>
        <source>No tickets left today for this service</source>
        <translation>اس سروس کے آج کے تمام ٹکٹ دیے جا چکے ہیں</translation>
    </message>
    <message>
        <source>Please come early on the next working day, or ask at reception for an appointment</source>
        <translation>براہِ کرم اگلے کاروباری دن جلد تشریف لائیں، یا استقبالیہ سے ملاقات کا وقت لیں</translation>
    </message>
    <message>
        <source>This service is for other visitors</source>
        <translation>یہ خدمت دوسرے زائرین کے لیے ہے</translation>
    </message>
    <message>
        <source>Please choose another service or ask at reception</source>
        <translation>براہ کرم کوئی دوسری خدمت چنیں یا استقبالیہ سے پوچھیں</translation>
    </message>
    <message>
        <source>Tickets are not issued now</source>
        <translation>اس وقت ٹکٹ نہیں دیے جا رہے</translation>
    </message>
    <message>
        <source>The ticket could not be issued</source>
        <translation>ٹکٹ نہیں دیا جا سکا</translation>
    </message>
</context>
<context>
    <name>PageButtons</name>
    <message>
        <source>Previous</source>
        <translation>پچھلا</translation>
    </message>
    <message>
        <source>More</source>
        <translation>مزید</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Between the buttons that turn pages: %1 is this page, %2 how many there are.</extracomment>
        <translation>%2 میں سے %1</translation>
    </message>
</context>
<context>
    <name>PaperFaults</name>
    <message>
        <source>The paper is low</source>
        <translation>کاغذ کم ہو رہا ہے</translation>
    </message>
    <message>
        <source>The paper runs out during the next ticket</source>
        <translation>اگلے ٹکٹ کے بیچ کاغذ ختم ہو</translation>
    </message>
    <message>
        <source>The paper runs out</source>
        <translation>کاغذ ختم ہو</translation>
    </message>
    <message>
        <source>Put in a new roll</source>
        <translation>نیا رول لگائیں</translation>
    </message>
    <message>
        <source>Open the printer&apos;s cover</source>
        <translation>پرنٹر کا ڈھکن کھولیں</translation>
    </message>
    <message>
        <source>Close the printer&apos;s cover</source>
        <translation>پرنٹر کا ڈھکن بند کریں</translation>
    </message>
    <message>
        <source>Simulate a jam</source>
        <translation>کٹر پھنسائیں</translation>
    </message>
    <message>
        <source>Clear the jam</source>
        <translation>کٹر چھڑائیں</translation>
    </message>
</context>
<context>
    <name>PaperGuide</name>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>In the guided change of paper: %1 is the step, %2 how many there are.</extracomment>
        <translation>مرحلہ %1، کل %2 میں سے</translation>
    </message>
    <message>
        <source>The printer detects this automatically</source>
        <translation>یہ ہو جانے پر پرنٹر کو خود پتا چل جاتا ہے</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>اگلا</translation>
    </message>
</context>
<context>
    <name>PaperRoll</name>
    <message>
        <source>Touch the printer to simulate paper problems</source>
        <extracomment>On the picture of the demo&apos;s printer, beside the kiosk.</extracomment>
        <translation>پرنٹر کو چھوئیں: کاغذ کے ساتھ کیا ہو سکتا ہے؟</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff: enter your PIN</source>
        <translation>عملہ: اپنا خفیہ نمبر درج کریں</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>مٹائیں</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>درج کریں</translation>
    </message>
</context>
<context>
    <name>PrinterStatusScreen</name>
    <message>
        <source>Connected</source>
        <translation>جڑا ہوا</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>رابطہ نہیں</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>معلوم نہیں</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <extracomment>In the staff&apos;s page on the printer; %1 is a number of millimetres.</extracomment>
        <translation>%1 ملی میٹر</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>کاغذ</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>کافی ہے</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>بدلا گیا</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بدلنے والا</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>ٹکٹ</translation>
    </message>
    <message>
        <source>Paper width and address</source>
        <translation>کاغذ کی چوڑائی اور پتا</translation>
    </message>
    <message>
        <source>Hall service</source>
        <translation>ہال کی خدمت</translation>
    </message>
</context>
<context>
    <name>PriorityStrip</name>
    <message>
        <source>Older, disabled or pregnant, or with a baby</source>
        <translation>بزرگ افراد، معذور افراد، حاملہ خواتین، شیر خوار بچوں کے ساتھ آنے والے</translation>
    </message>
    <message>
        <source>Does priority service apply to you?</source>
        <translation>کیا آپ ترجیحی خدمت کے حقدار ہیں؟</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>ہاں</translation>
    </message>
    <message>
        <source>No</source>
        <translation>نہیں</translation>
    </message>
</context>
<context>
    <name>PrioritySwitch</name>
    <message>
        <source>Older, disabled or pregnant, or with a baby</source>
        <translation>بزرگ افراد، معذور افراد، حاملہ خواتین، شیر خوار بچوں کے ساتھ آنے والے</translation>
    </message>
    <message>
        <source>Priority service</source>
        <translation>ترجیحی خدمت</translation>
    </message>
</context>
<context>
    <name>ScannedScreen</name>
    <message>
        <source>People ahead of you</source>
        <translation>آپ سے آگے لوگ</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>متوقع انتظار</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>مکمل</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>مجھے مزید وقت چاہیے</translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n second(s)</source>
        <extracomment>Under the answer to a scanned ticket.</extracomment>
        <translation>
            <numerusform>%n سیکنڈ میں بند ہوگا</numerusform>
            <numerusform>%n سیکنڈ میں بند ہوگا</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannedTexts</name>
    <message>
        <source>One moment</source>
        <translation>ایک لمحہ</translation>
    </message>
    <message>
        <source>Looking up your ticket</source>
        <translation>آپ کا ٹکٹ تلاش کیا جا رہا ہے</translation>
    </message>
    <message>
        <source>You are in the queue</source>
        <translation>آپ قطار میں ہیں</translation>
    </message>
    <message>
        <source>Please wait until your number is called</source>
        <translation>براہ کرم اپنا نمبر پکارے جانے تک انتظار کریں</translation>
    </message>
    <message>
        <source>You are in the queue again</source>
        <translation>آپ دوبارہ قطار میں ہیں</translation>
    </message>
    <message>
        <source>You missed your call. Your number will be called again shortly</source>
        <translation>آپ اپنی پکار پر موجود نہ تھے۔ آپ کا نمبر جلد دوبارہ پکارا جائے گا</translation>
    </message>
    <message>
        <source>It is your turn</source>
        <translation>آپ کی باری ہے</translation>
    </message>
    <message>
        <source>Please go to counter %1 now</source>
        <translation>براہ کرم ابھی کاؤنٹر %1 پر جائیں</translation>
    </message>
    <message>
        <source>You are being served</source>
        <translation>آپ کو خدمت دی جا رہی ہے</translation>
    </message>
    <message>
        <source>At counter %1</source>
        <translation>آپ کا نمبر کاؤنٹر %1 پر ہے</translation>
    </message>
    <message>
        <source>Your visit is on hold</source>
        <translation>آپ کا کام عارضی طور پر رکا ہوا ہے</translation>
    </message>
    <message>
        <source>Counter %1 will call you again</source>
        <translation>کاؤنٹر %1 آپ کو دوبارہ بلائے گا</translation>
    </message>
    <message>
        <source>You missed your call</source>
        <translation>آپ اپنی پکار پر موجود نہ تھے</translation>
    </message>
    <message>
        <source>Please ask at reception</source>
        <translation>براہ کرم استقبالیہ سے پوچھیں</translation>
    </message>
    <message>
        <source>Your visit is finished</source>
        <translation>آپ کا کام مکمل ہو گیا ہے</translation>
    </message>
    <message>
        <source>For another service please take a new ticket</source>
        <translation>دوسری خدمت کے لیے براہ کرم نیا ٹکٹ لیں</translation>
    </message>
    <message>
        <source>This ticket is no longer valid</source>
        <translation>یہ ٹکٹ اب درست نہیں رہا</translation>
    </message>
    <message>
        <source>Please take a new ticket</source>
        <translation>براہ کرم نیا ٹکٹ لیں</translation>
    </message>
    <message>
        <source>This number was called several times</source>
        <translation>یہ نمبر کئی بار پکارا گیا</translation>
    </message>
    <message>
        <source>Please ask at reception to return to the queue</source>
        <translation>براہ کرم استقبالیہ سے پوچھیں: وہ آپ کو دوبارہ قطار میں شامل کریں گے</translation>
    </message>
    <message>
        <source>This is not one of today&apos;s tickets</source>
        <translation>یہ آج کا ٹکٹ نہیں ہے</translation>
    </message>
    <message>
        <source>This code is not for a ticket of this hall</source>
        <translation>یہ کسی ٹکٹ کا کوڈ نہیں ہے</translation>
    </message>
    <message>
        <source>Hold the square code of your ticket under the reader</source>
        <translation>اپنے ٹکٹ کا چوکور کوڈ ریڈر کے نیچے رکھیں</translation>
    </message>
    <message>
        <source>Cannot look up your ticket now</source>
        <translation>اس وقت آپ کا ٹکٹ تلاش نہیں کیا جا سکتا</translation>
    </message>
    <message>
        <source>Your number stays valid. Please watch the board or ask at reception</source>
        <translation>آپ کا نمبر درست ہے۔ براہ کرم بورڈ دیکھیں یا استقبالیہ سے پوچھیں</translation>
    </message>
    <message>
        <source>They will help you with this ticket</source>
        <translation>وہ اس ٹکٹ میں آپ کی مدد کریں گے</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Nobody is waiting</source>
        <translation>کوئی انتظار میں نہیں</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) waiting</source>
        <extracomment>On a service tile; at most 24 characters.</extracomment>
        <translation>
            <numerusform>%n شخص انتظار میں</numerusform>
            <numerusform>%n افراد انتظار میں</numerusform>
        </translation>
    </message>
    <message>
        <source>Begins at %1</source>
        <extracomment>On a service tile, the ticket screen and the phone: %1 is a time such as 08:00; at most 30 characters.</extracomment>
        <translation>آغاز %1 بجے</translation>
    </message>
    <message>
        <source>No counter is open for it now</source>
        <extracomment>On a service tile and on the ticket screen; at most 36 characters.</extracomment>
        <translation>اس کے لیے ابھی کوئی کاؤنٹر کھلا نہیں</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n minute(s)</source>
        <extracomment>On a service tile and on the ticket screen; at most 26 characters.</extracomment>
        <translation>
            <numerusform>%n منٹ تک</numerusform>
            <numerusform>%n منٹ تک</numerusform>
        </translation>
    </message>
    <message>
        <source>1 to 2 minutes</source>
        <translation>1 سے 2 منٹ</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n minute(s)</source>
        <extracomment>On a service tile and on the ticket screen: %1 is the lower end of the range; at most 26 characters.</extracomment>
        <translation>
            <numerusform>%1 سے %n منٹ</numerusform>
            <numerusform>%1 سے %n منٹ</numerusform>
        </translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>اگلی باری آپ کی ہے</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <extracomment>On the ticket screen, under &quot;People ahead of you&quot;.</extracomment>
        <translation>
            <numerusform>%n شخص</numerusform>
            <numerusform>%n افراد</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen resets in %n second(s)</source>
        <translation>
            <numerusform>یہ اسکرین %n سیکنڈ میں نئے سرے سے شروع ہوگی</numerusform>
            <numerusform>یہ اسکرین %n سیکنڈ میں نئے سرے سے شروع ہوگی</numerusform>
        </translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>شہری</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>مقیم</translation>
    </message>
    <message>
        <source>Visitor to Oman</source>
        <translation>عمان آنے والا مہمان</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>کمپنی</translation>
    </message>
    <message>
        <source>Government entity</source>
        <translation>سرکاری ادارہ</translation>
    </message>
    <message>
        <source>Investor or developer</source>
        <translation>سرمایہ کار یا ڈویلپر</translation>
    </message>
</context>
<context>
    <name>ServicesScreen</name>
    <message>
        <source>The wait is long at the moment</source>
        <translation>اس وقت انتظار طویل ہے</translation>
    </message>
    <message>
        <source>%1: %2. Do you still want a ticket?</source>
        <extracomment>Below the headline: %1 is the service, %2 the expected wait (&quot;40 to 60 minutes&quot;).</extracomment>
        <translation>%1: %2۔ کیا آپ پھر بھی ٹکٹ چاہتے ہیں؟</translation>
    </message>
    <message>
        <source>Yes, take a ticket</source>
        <translation>ہاں، ٹکٹ لیں</translation>
    </message>
    <message>
        <source>No, another service</source>
        <translation>نہیں، کوئی دوسری خدمت</translation>
    </message>
    <message>
        <source>Do you want another ticket?</source>
        <translation>کیا آپ کو ایک اور ٹکٹ چاہیے؟</translation>
    </message>
    <message>
        <source>No, I have finished</source>
        <translation>نہیں، میرا کام ہو گیا</translation>
    </message>
    <message>
        <source>Yes, another ticket</source>
        <translation>جی ہاں، ایک اور ٹکٹ</translation>
    </message>
    <message>
        <source>Send messages to this number?</source>
        <translation>کیا اس نمبر پر پیغام بھیجیں؟</translation>
    </message>
    <message>
        <source>No, change the number</source>
        <translation>نہیں، نمبر بدلیں</translation>
    </message>
    <message>
        <source>Yes, I agree</source>
        <translation>جی ہاں، منظور ہے</translation>
    </message>
    <message>
        <source>Who is the service for?</source>
        <translation>یہ خدمت کس کے لیے ہے؟</translation>
    </message>
    <message>
        <source>How can we help you?</source>
        <translation>ہم آپ کی کیا خدمت کریں؟</translation>
    </message>
    <message>
        <source>Choose a group of services</source>
        <translation>جس گروپ میں آپ کی خدمت ہے اسے چھوئیں</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>جس خدمت کے لیے آئے ہیں اسے چھوئیں</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>اس وقت دستیاب نہیں</translation>
    </message>
    <message>
        <source>No tickets left today</source>
        <translation>آج کے ٹکٹ ختم ہو گئے</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>میری ملاقات طے ہے</translation>
    </message>
    <message>
        <source>Other services</source>
        <translation>دیگر خدمات</translation>
    </message>
</context>
<context>
    <name>SignClip</name>
    <message>
        <source>Back</source>
        <translation>واپس</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>ایک بار پھر</translation>
    </message>
    <message>
        <source>Take a ticket</source>
        <translation>ٹکٹ لیں</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Press Next to move through the choices, and Choose to select one</source>
        <translation>انتخاب دیکھنے کے لیے اگلا بٹن دبائیں، اور لینے کے لیے انتخاب کا بٹن دبائیں</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Said of a control: %1 is its place among %2.</extracomment>
        <translation>%2 میں سے %1</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>نشان لگا ہوا</translation>
    </message>
    <message>
        <source>Not selected</source>
        <translation>نشان نہیں لگا</translation>
    </message>
</context>
<context>
    <name>StaffMenu</name>
    <message>
        <source>Staff menu · %1</source>
        <extracomment>The staff menu&apos;s headline; %1 is the name of who opened it.</extracomment>
        <translation>عملے کا مینو · %1</translation>
    </message>
    <message>
        <source>These tickets were not printed completely</source>
        <translation>یہ ٹکٹ پورے نہیں نکلے</translation>
    </message>
    <message>
        <source>Choose a ticket to print again</source>
        <translation>کون سا ٹکٹ دوبارہ چھاپنا ہے؟</translation>
    </message>
    <message>
        <source>The number stays the same. The paper shows «Copy» and the time</source>
        <translation>نمبر وہی رہتا ہے؛ کاغذ پر «نقل» اور وقت لکھا ہوگا</translation>
    </message>
    <message>
        <source>No tickets issued on this device today</source>
        <translation>اس آلے نے آج ابھی کوئی ٹکٹ نہیں دیا</translation>
    </message>
</context>
<context>
    <name>StaffTexts</name>
    <message>
        <source>Paper</source>
        <translation>کاغذ</translation>
    </message>
    <message>
        <source>Screen and sound</source>
        <translation>اسکرین اور آواز</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>آلہ</translation>
    </message>
    <message>
        <source>Print a ticket again</source>
        <translation>ٹکٹ دوبارہ چھاپیں</translation>
    </message>
    <message>
        <source>Change the paper</source>
        <translation>کاغذ بدلیں</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>آزمائشی چھپائی</translation>
    </message>
    <message>
        <source>Printer status</source>
        <translation>پرنٹر کی حالت</translation>
    </message>
    <message>
        <source>Restart the program</source>
        <translation>پروگرام دوبارہ چلائیں</translation>
    </message>
    <message>
        <source>Restart the device</source>
        <translation>آلہ دوبارہ چلائیں</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>بند کریں</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>سکرین صاف کریں</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>آواز کی سطح</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>چمک</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>نیٹ ورک</translation>
    </message>
    <message>
        <source>Volume up</source>
        <translation>زیادہ اونچی</translation>
    </message>
    <message>
        <source>Volume down</source>
        <translation>دھیمی</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>زیادہ روشن</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>کم روشن</translation>
    </message>
    <message>
        <source>Close the menu</source>
        <translation>مینو بند کریں</translation>
    </message>
    <message>
        <source>Back to the menu</source>
        <translation>مینو پر واپس</translation>
    </message>
    <message>
        <source>Go through the steps again</source>
        <translation>مراحل دوبارہ کریں</translation>
    </message>
    <message>
        <source>Both arrows are complete</source>
        <translation>دونوں تیر پورے ہیں</translation>
    </message>
    <message>
        <source>One is cut off or missing</source>
        <translation>ایک کٹا ہوا یا غائب ہے</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>پرنٹر ٹھیک ہے</translation>
    </message>
    <message>
        <source>The paper is low: have a new roll ready</source>
        <translation>کاغذ کم ہے: نیا رول تیار رکھیں</translation>
    </message>
    <message>
        <source>The printer works, but cannot report its status</source>
        <translation>پرنٹر چھاپتا ہے مگر اپنی حالت نہیں بتا سکتا</translation>
    </message>
    <message>
        <source>The printer is not connected yet</source>
        <translation>پرنٹر سے ابھی کوئی جواب نہیں آیا</translation>
    </message>
    <message>
        <source>The roll does not match the paper width setting: put in the right one</source>
        <translation>رول مقررہ چوڑائی کا نہیں ہے: درست رول لگائیں</translation>
    </message>
    <message>
        <source>A ticket is in the slot: take it out</source>
        <translation>درز میں ٹکٹ پڑا ہے: اسے نکال لیں</translation>
    </message>
    <message>
        <source>The paper is out: put in a new roll</source>
        <translation>کاغذ ختم ہے: نیا رول لگائیں</translation>
    </message>
    <message>
        <source>The cover is open: close it</source>
        <translation>ڈھکن کھلا ہے: اسے بند کریں</translation>
    </message>
    <message>
        <source>The cutter is jammed: open the cover, free the paper, switch off and on</source>
        <translation>کٹر پھنس گیا ہے: ڈھکن کھولیں، کاغذ نکالیں، بند کر کے چلائیں</translation>
    </message>
    <message>
        <source>Paper is stuck in the slot: pull it out, open and close the cover</source>
        <translation>کاغذ درز میں پھنسا ہے: اسے کھینچ لیں، ڈھکن کھول کر بند کریں</translation>
    </message>
    <message>
        <source>The mechanism reports an error: switch the printer off and on</source>
        <translation>مشین میں خرابی ہے: پرنٹر بند کر کے چلائیں</translation>
    </message>
    <message>
        <source>The printer is offline: press its feed button, or switch it off and on</source>
        <translation>پرنٹر رابطے میں نہیں: فیڈ بٹن دبائیں یا بند کر کے چلائیں</translation>
    </message>
    <message>
        <source>No printer is connected: plug it in and switch it on</source>
        <translation>پرنٹر موجود نہیں: اسے جوڑیں اور چلائیں</translation>
    </message>
    <message>
        <source>This program has no permission to use the printer: call the technician</source>
        <translation>پروگرام کو پرنٹر کی اجازت نہیں: تکنیکی عملے کو بلائیں</translation>
    </message>
    <message>
        <source>Another program uses the printer: call the technician</source>
        <translation>دوسرا پروگرام پرنٹر استعمال کر رہا ہے: تکنیکی عملے کو بلائیں</translation>
    </message>
    <message>
        <source>The printer cannot be reached: check its power and its cable</source>
        <translation>پرنٹر تک رسائی نہیں: بجلی اور تار جانچیں</translation>
    </message>
    <message>
        <source>The connection to the printer was lost: check its power and its cable</source>
        <translation>پرنٹر سے رابطہ ٹوٹ گیا: بجلی اور تار جانچیں</translation>
    </message>
    <message>
        <source>The printer stopped answering: switch it off and on</source>
        <translation>پرنٹر جواب نہیں دے رہا: بند کر کے چلائیں</translation>
    </message>
    <message>
        <source>The printer accepts no data: switch it off and on</source>
        <translation>پرنٹر مزید ڈیٹا نہیں لے رہا: بند کر کے چلائیں</translation>
    </message>
    <message>
        <source>The printer cannot be used: call the technician</source>
        <translation>پرنٹر قابلِ استعمال نہیں: تکنیکی عملے کو بلائیں</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ٹھیک ہے</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>کم ہے</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>ختم</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>معلوم نہیں</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s)</source>
        <translation>
            <numerusform>بہت سے غلط نمبر۔ %n سیکنڈ بعد دوبارہ کوشش کریں</numerusform>
            <numerusform>بہت سے غلط نمبر۔ %n سیکنڈ بعد دوبارہ کوشش کریں</numerusform>
        </translation>
    </message>
    <message>
        <source>4 to 8 digits, then press Enter</source>
        <translation>4 سے 8 ہندسے، پھر «درج کریں» دبائیں</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>ایک لمحہ</translation>
    </message>
    <message>
        <source>The PIN is wrong</source>
        <translation>یہ نمبر اس آلے کا نہیں ہے</translation>
    </message>
    <message>
        <source>No PIN is set for this device. Ask the technician</source>
        <translation>اس آلے کے لیے خفیہ نمبر مقرر نہیں: تکنیکی عملہ مقرر کرے گا</translation>
    </message>
    <message>
        <source>Open the printer&apos;s cover</source>
        <translation>پرنٹر کا ڈھکن کھولیں</translation>
    </message>
    <message>
        <source>Unlock the door, press the cover&apos;s lever and lift</source>
        <translation>دروازہ کھولیں، ڈھکن کا لیور دبا کر اٹھائیں</translation>
    </message>
    <message>
        <source>Take out the rest of the old roll</source>
        <translation>پرانے رول کا بچا ہوا حصہ نکالیں</translation>
    </message>
    <message>
        <source>Remove loose bits of paper too</source>
        <translation>کاغذ کے ٹکڑے بھی نکال دیں</translation>
    </message>
    <message>
        <source>Put in the new roll</source>
        <translation>نیا رول لگائیں</translation>
    </message>
    <message>
        <source>The paper comes from the bottom of the roll, over the front edge</source>
        <translation>کاغذ رول کے نیچے سے نکلے اور اس کا سرا سامنے والے کنارے پر ہو</translation>
    </message>
    <message>
        <source>Close the cover until it clicks</source>
        <translation>ڈھکن کھٹ کی آواز تک بند کریں</translation>
    </message>
    <message>
        <source>The end of the paper must stick out. Then a test slip is printed</source>
        <translation>کاغذ کا سرا باہر نظر آئے۔ پھر آزمائشی پرچی چھپے گی</translation>
    </message>
    <message>
        <source>The test slip is being printed</source>
        <translation>آزمائشی پرچی چھپ رہی ہے</translation>
    </message>
    <message>
        <source>It will come out of the slot below</source>
        <translation>یہ نیچے والی درز سے نکلے گا</translation>
    </message>
    <message>
        <source>Are both arrows on the slip complete?</source>
        <translation>کیا پرچی پر دونوں تیر پورے ہیں؟</translation>
    </message>
    <message>
        <source>One at the left edge and one at the right edge of the paper</source>
        <translation>ایک کاغذ کے بائیں اور ایک دائیں کنارے پر</translation>
    </message>
    <message>
        <source>Restart the program?</source>
        <translation>پروگرام دوبارہ چلائیں؟</translation>
    </message>
    <message>
        <source>Visitors will wait a few seconds</source>
        <translation>زائرین کو چند سیکنڈ انتظار کرنا ہوگا</translation>
    </message>
    <message>
        <source>Restart the device?</source>
        <translation>آلہ دوبارہ چلائیں؟</translation>
    </message>
    <message>
        <source>Visitors will wait about a minute</source>
        <translation>زائرین کو تقریباً ایک منٹ انتظار کرنا ہوگا</translation>
    </message>
    <message>
        <source>Shut the device down?</source>
        <translation>آلہ بند کریں؟</translation>
    </message>
    <message>
        <source>It issues no tickets until it is switched on again</source>
        <translation>جب تک کوئی اسے نہ چلائے یہ ٹکٹ نہیں دے گا</translation>
    </message>
    <message>
        <source>The paper is changed</source>
        <translation>کاغذ بدل گیا</translation>
    </message>
    <message>
        <source>Tickets are issued again</source>
        <translation>ٹکٹ دوبارہ دیے جا رہے ہیں</translation>
    </message>
    <message>
        <source>The test slip is printed</source>
        <translation>آزمائشی پرچی چھپ گئی</translation>
    </message>
    <message>
        <source>The ticket is printed again</source>
        <translation>ٹکٹ دوبارہ چھپ گیا</translation>
    </message>
    <message>
        <source>It has the same number and is marked «Copy»</source>
        <translation>اس پر وہی نمبر اور «نقل» لکھا ہے</translation>
    </message>
    <message>
        <source>The ticket could not be printed</source>
        <translation>ٹکٹ نہیں چھپ سکا</translation>
    </message>
    <message>
        <source>The number is still valid</source>
        <translation>پھر بھی نمبر درست ہے</translation>
    </message>
    <message>
        <source>Test print failed</source>
        <translation>آزمائشی پرچی نہیں نکلی</translation>
    </message>
    <message>
        <source>Check printer status</source>
        <translation>دیکھیں پرنٹر کیا بتاتا ہے</translation>
    </message>
    <message>
        <source>The roll does not match the setting</source>
        <translation>رول ترتیب سے میل نہیں کھاتا</translation>
    </message>
    <message>
        <source>No tickets are issued until it does: put in the right roll, or call the technician</source>
        <translation>درست رول لگنے تک ٹکٹ نہیں ملیں گے: درست رول لگائیں یا تکنیکی عملے کو بلائیں</translation>
    </message>
    <message>
        <source>The program cannot do that on this device</source>
        <translation>آلہ پروگرام کو یہ کرنے کی اجازت نہیں دیتا</translation>
    </message>
    <message>
        <source>Use the switch, or call the technician</source>
        <translation>سوئچ استعمال کریں یا تکنیکی عملے کو بلائیں</translation>
    </message>
    <message>
        <source>Volume of spoken prompts</source>
        <translation>بولی جانے والی ہدایات کتنی اونچی ہوں؟</translation>
    </message>
    <message>
        <source>The next prompt plays at this volume</source>
        <translation>اگلی ہدایت اسی آواز میں ہوگی</translation>
    </message>
    <message>
        <source>Screen brightness</source>
        <translation>سکرین کتنی روشن ہو؟</translation>
    </message>
    <message>
        <source>It must be readable from the side too</source>
        <translation>اسے پہلو سے بھی پڑھا جا سکے</translation>
    </message>
    <message>
        <source>The hall service is responding</source>
        <translation>ہال کی سروس جواب دے رہی ہے</translation>
    </message>
    <message>
        <source>The network works</source>
        <translation>نیٹ ورک ٹھیک ہے</translation>
    </message>
    <message>
        <source>The hall service is not responding</source>
        <translation>ہال کی سروس جواب نہیں دے رہی</translation>
    </message>
    <message>
        <source>Check the network cable, then check that the hall service is running</source>
        <translation>نیٹ ورک کیبل دیکھیں، پھر یہ کہ ہال کی سروس چل رہی ہے</translation>
    </message>
    <message>
        <source>The hall&apos;s certificate is refused</source>
        <translation>ہال کا سرٹیفکیٹ قبول نہیں ہوا</translation>
    </message>
    <message>
        <source>Check this device&apos;s date; if it is right, have it paired again</source>
        <translation>اس آلے کی تاریخ دیکھیں؛ اگر درست ہو تو اسے دوبارہ جڑوائیں</translation>
    </message>
    <message>
        <source>The program cannot change that on this device</source>
        <translation>یہ آلہ پروگرام کو یہ سیٹ کرنے نہیں دیتا</translation>
    </message>
    <message>
        <source>Use the screen&apos;s own buttons, or call the technician</source>
        <translation>سکرین کے اپنے بٹن استعمال کریں یا ٹیکنیشن کو بلائیں</translation>
    </message>
    <message>
        <source>You can clean the screen now</source>
        <translation>اب سکرین پونچھی جا سکتی ہے</translation>
    </message>
    <message>
        <source>Touch is off. The menu returns automatically</source>
        <translation>چھونے سے کچھ نہیں ہوگا۔ مینو خود واپس آ جائے گا</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>کام جاری ہے</translation>
    </message>
    <message>
        <source>The device continues automatically</source>
        <translation>یہ آلہ خود کام شروع کر دے گا</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>چھپ گیا</translation>
    </message>
    <message>
        <source>Sent, not confirmed</source>
        <translation>بھیجا گیا، تصدیق نہیں</translation>
    </message>
    <message>
        <source>Being printed</source>
        <translation>چھپ رہا ہے</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>نہیں چھپا</translation>
    </message>
    <message>
        <source>Cut off while printing</source>
        <translation>چھپتے ہوئے رک گیا</translation>
    </message>
    <message>
        <source>Perhaps not printed</source>
        <translation>شاید نہیں چھپا</translation>
    </message>
    <message numerus="yes">
        <source>Paper for about %n ticket(s)</source>
        <extracomment>In the staff menu: an estimate of what the paper roll is good for.</extracomment>
        <translation>
            <numerusform>تقریباً %n ٹکٹ کا کاغذ</numerusform>
            <numerusform>تقریباً %n ٹکٹوں کا کاغذ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) since</source>
        <translation>
            <numerusform>تب سے %n ٹکٹ</numerusform>
            <numerusform>تب سے %n ٹکٹ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>%n سیکنڈ باقی</numerusform>
            <numerusform>%n سیکنڈ باقی</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It took %n second(s)</source>
        <translation>
            <numerusform>%n سیکنڈ لگا</numerusform>
            <numerusform>%n سیکنڈ لگے</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketScreen</name>
    <message>
        <source>Print my ticket</source>
        <translation>میرا ٹکٹ چھاپیں</translation>
    </message>
    <message>
        <source>Priority service</source>
        <translation>ترجیحی خدمت</translation>
    </message>
    <message>
        <source>A member of staff will call you</source>
        <extracomment>On the ticket screen while the hall service is away, in place of the wait; at most 40 characters.</extracomment>
        <translation>عملے کا ایک رکن آپ کو بلائے گا</translation>
    </message>
    <message>
        <source>People ahead of you</source>
        <translation>آپ سے آگے لوگ</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>متوقع انتظار</translation>
    </message>
    <message>
        <source>Code to follow your turn on a phone</source>
        <translation>فون پر اپنی باری دیکھنے کا کوڈ</translation>
    </message>
    <message>
        <source>The code works once the hall&apos;s system is back</source>
        <translation>ہال کا نظام واپس آنے پر یہ کوڈ کام کرے گا</translation>
    </message>
    <message>
        <source>Scan to follow your turn on your phone</source>
        <translation>اپنے فون پر باری دیکھنے کے لیے اسکین کریں</translation>
    </message>
    <message>
        <source>Touch the screen to see your number again</source>
        <translation>اپنا نمبر دوبارہ دیکھنے کے لیے سکرین کو چھوئیں</translation>
    </message>
</context>
<context>
    <name>TimeNotice</name>
    <message>
        <source>I need more time</source>
        <translation>مجھے مزید وقت چاہیے</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>Touch here to begin</source>
        <translation>شروع کرنے کے لیے یہاں چھوئیں</translation>
    </message>
    <message>
        <source>Choose your language to take a ticket</source>
        <translation>ٹکٹ لینے کے لیے اپنی زبان چنیں</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>خوش آمدید</translation>
    </message>
</context>
</TS>
