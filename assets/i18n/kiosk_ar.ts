<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AssistScreen</name>
    <message>
        <source>Accessibility options</source>
        <translation>خيارات تسهيل الاستخدام</translation>
    </message>
    <message>
        <source>Your choices stay on until you finish</source>
        <translation>تبقى خياراتك مفعّلة حتى تنتهي من استخدام الجهاز</translation>
    </message>
    <message>
        <source>On</source>
        <translation>مفعّل</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>غير مفعّل</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Lower buttons</source>
        <translation>الأزرار في أسفل الشاشة</translation>
    </message>
    <message>
        <source>Spoken guide</source>
        <translation>إرشاد صوتي</translation>
    </message>
    <message>
        <source>Sign language</source>
        <translation>لغة الإشارة</translation>
    </message>
</context>
<context>
    <name>Directions</name>
    <message>
        <source>Reception is on the left</source>
        <translation>الاستقبال على اليسار</translation>
    </message>
    <message>
        <source>Reception is on the right</source>
        <translation>الاستقبال على اليمين</translation>
    </message>
    <message>
        <source>Reception is straight ahead</source>
        <translation>الاستقبال أمامك مباشرة</translation>
    </message>
    <message>
        <source>Reception is behind you</source>
        <translation>الاستقبال خلفك</translation>
    </message>
</context>
<context>
    <name>Footer</name>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Messages will go to %1. Touch to cancel</source>
        <extracomment>On the button beside a ticket: %1 is the masked number.</extracomment>
        <translation>ستصل الرسائل إلى %1. اضغط لإلغائها</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>The number was not saved. Touch to try again</source>
        <translation>لم يُحفظ الرقم. اضغط للمحاولة مرة أخرى</translation>
    </message>
    <message>
        <source>Message me when my turn is near</source>
        <translation>إشعاري برسالة عند اقتراب دوري</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Change the language</source>
        <translation>تغيير اللغة</translation>
    </message>
    <message>
        <source>Help with this screen</source>
        <translation>المساعدة في استخدام هذه الشاشة</translation>
    </message>
</context>
<context>
    <name>InformationScreen</name>
    <message>
        <source>Please have these with you</source>
        <translation>يُرجى إحضار ما يلي</translation>
    </message>
    <message>
        <source>Code that opens the online service on a phone</source>
        <translation>رمز يفتح الخدمة الإلكترونية على الهاتف</translation>
    </message>
    <message>
        <source>Scan to open it on your phone</source>
        <translation>يُرجى مسح الرمز لفتحها على الهاتف</translation>
    </message>
    <message>
        <source>Continue and take a ticket</source>
        <translation>متابعة وأخذ تذكرة</translation>
    </message>
    <message>
        <source>Take a ticket</source>
        <translation>أخذ تذكرة</translation>
    </message>
</context>
<context>
    <name>KeypadScreen</name>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Digits so far: %1</source>
        <extracomment>Said after each key of a telephone number: %1 is a count.</extracomment>
        <translation>عدد الأرقام حتى الآن: %1</translation>
    </message>
</context>
<context>
    <name>KeypadTexts</name>
    <message>
        <source>Your mobile number</source>
        <translation>رقم هاتفك المحمول</translation>
    </message>
    <message>
        <source>We use it only for messages about your turn today. It is encrypted in this hall and deleted within 24 hours. You can withdraw it at any time.</source>
        <translation>نستخدمه لإبلاغك بدورك اليوم فقط. يُحفظ مشفّرًا في هذه القاعة ويُحذف خلال 24 ساعة، ويمكنك حذفه في أي وقت.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Your booking number</source>
        <translation>رقم الحجز</translation>
    </message>
    <message>
        <source>It is in your appointment message</source>
        <translation>تجده في رسالة تأكيد الموعد</translation>
    </message>
    <message>
        <source>Check in</source>
        <translation>تسجيل الحضور</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>There is no appointment with this number. Please check it</source>
        <translation>لا يوجد موعد بهذا الرقم. يُرجى التحقق منه</translation>
    </message>
    <message>
        <source>This number is not correct. A mobile number in Oman has 8 digits</source>
        <translation>الرقم غير صحيح. يتكوّن رقم الهاتف في سلطنة عُمان من 8 أرقام</translation>
    </message>
</context>
<context>
    <name>LanguagesScreen</name>
    <message>
        <source>Change the language</source>
        <translation>تغيير اللغة</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Tickets from %1</source>
        <translation>تبدأ التذاكر عند %1</translation>
    </message>
    <message>
        <source>Seconds left: %1</source>
        <translation>الثواني المتبقية: %1</translation>
    </message>
</context>
<context>
    <name>NoticeTexts</name>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>Your ticket is being issued</source>
        <translation>جارٍ إصدار تذكرتك</translation>
    </message>
    <message>
        <source>Your ticket is being printed</source>
        <translation>جارٍ طباعة تذكرتك</translation>
    </message>
    <message>
        <source>It will come out of the slot below</source>
        <translation>ستخرج من الفتحة أسفل الشاشة</translation>
    </message>
    <message>
        <source>Please take your ticket</source>
        <translation>يُرجى استلام التذكرة</translation>
    </message>
    <message>
        <source>It is in the slot below the screen</source>
        <translation>تجدها في الفتحة أسفل الشاشة</translation>
    </message>
    <message>
        <source>Your number is valid without paper</source>
        <translation>رقمك صالح دون تذكرة ورقية</translation>
    </message>
    <message>
        <source>The printer has stopped. Note your number or scan the code</source>
        <translation>توقفت الطابعة. يُرجى تدوين رقمك أو مسح الرمز</translation>
    </message>
    <message>
        <source>The printer has stopped. Reception will print it again for you</source>
        <translation>توقفت الطابعة. سيعيد الاستقبال طباعتها لك</translation>
    </message>
    <message>
        <source>Your number is valid</source>
        <translation>رقمك صالح</translation>
    </message>
    <message>
        <source>If no paper came out, note your number or scan the code</source>
        <translation>إن لم تخرج التذكرة فيُرجى تدوين رقمك أو مسح الرمز</translation>
    </message>
    <message>
        <source>The printer is ready again</source>
        <translation>الطابعة جاهزة من جديد</translation>
    </message>
    <message>
        <source>Touch the button to print your ticket with the same number</source>
        <translation>يُرجى الضغط على الزر لطباعة تذكرتك بالرقم نفسه</translation>
    </message>
    <message>
        <source>If no paper came out, touch the button to print it again</source>
        <translation>إن لم تخرج التذكرة فيُرجى الضغط على الزر لطباعتها مرة أخرى</translation>
    </message>
    <message>
        <source>Your ticket is still in the slot</source>
        <translation>تذكرتك ما زالت في الفتحة</translation>
    </message>
    <message>
        <source>Please take it from the slot below the screen</source>
        <translation>يُرجى أخذها من الفتحة أسفل الشاشة</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>The ticket service is starting</source>
        <translation>جارٍ تشغيل خدمة التذاكر</translation>
    </message>
    <message>
        <source>We will be back shortly</source>
        <translation>سنعود إليكم بعد قليل</translation>
    </message>
    <message>
        <source>Tickets cannot be issued at the moment. Please ask at reception</source>
        <translation>يتعذّر إصدار التذاكر حاليًا. يُرجى مراجعة الاستقبال</translation>
    </message>
    <message>
        <source>This screen is pausing for a moment</source>
        <translation>تتوقف هذه الشاشة للحظات</translation>
    </message>
    <message>
        <source>This machine is not set up</source>
        <translation>هذا الجهاز غير مُعدّ</translation>
    </message>
    <message>
        <source>Please get a ticket at reception. Staff: pair this machine again</source>
        <translation>يُرجى أخذ التذكرة من الاستقبال. للموظفين: يُرجى ربط هذا الجهاز من جديد</translation>
    </message>
    <message>
        <source>Please get a ticket at reception. Staff: check date, time and network of this machine, or pair it again</source>
        <translation>يُرجى أخذ التذكرة من الاستقبال. للموظفين: يُرجى التحقق من التاريخ والوقت والشبكة في هذا الجهاز، أو ربطه من جديد</translation>
    </message>
    <message>
        <source>Tickets are not issued yet</source>
        <translation>لم يبدأ إصدار التذاكر بعد</translation>
    </message>
    <message>
        <source>Please come back when tickets are issued</source>
        <translation>يُرجى العودة عند بدء إصدار التذاكر</translation>
    </message>
    <message>
        <source>No more tickets today</source>
        <translation>انتهى إصدار التذاكر لهذا اليوم</translation>
    </message>
    <message>
        <source>Everyone who has a ticket will be served. See you on the next working day</source>
        <translation>ستُقدَّم الخدمة لجميع حاملي التذاكر. نلقاكم في يوم العمل القادم</translation>
    </message>
    <message>
        <source>The hall is closed</source>
        <translation>القاعة مغلقة</translation>
    </message>
    <message>
        <source>We look forward to seeing you on a working day</source>
        <translation>نسعد باستقبالكم في أيام العمل</translation>
    </message>
    <message>
        <source>We will be with you shortly</source>
        <translation>سنكون معكم بعد قليل</translation>
    </message>
    <message>
        <source>Staff are checking today&apos;s date. Please ask at reception</source>
        <translation>يتحقق الموظفون من تاريخ اليوم. يُرجى مراجعة الاستقبال</translation>
    </message>
    <message>
        <source>Closed because of the weather. It opens again: %1</source>
        <extracomment>%1 is a time, or a day.</extracomment>
        <translation>القاعة مغلقة بسبب الحالة الجوية. موعد فتحها: %1</translation>
    </message>
    <message>
        <source>Closed because of flooding. It opens again: %1</source>
        <translation>القاعة مغلقة بسبب السيول وجريان الأودية. موعد فتحها: %1</translation>
    </message>
    <message>
        <source>Closed for official mourning. It opens again: %1</source>
        <translation>القاعة مغلقة حدادًا رسميًّا. موعد فتحها: %1</translation>
    </message>
    <message>
        <source>Closed because of a fault in the building. It opens again: %1</source>
        <translation>القاعة مغلقة لعطل في المبنى. موعد فتحها: %1</translation>
    </message>
    <message>
        <source>It opens again: %1</source>
        <translation>موعد فتح القاعة: %1</translation>
    </message>
    <message>
        <source>The paper has run out</source>
        <translation>نفد ورق الطابعة</translation>
    </message>
    <message>
        <source>Please get a ticket at reception</source>
        <translation>يُرجى أخذ التذكرة من الاستقبال</translation>
    </message>
    <message>
        <source>The printer is open</source>
        <translation>غطاء الطابعة مفتوح</translation>
    </message>
    <message>
        <source>Paper is stuck in the slot</source>
        <translation>الورق عالق في الفتحة</translation>
    </message>
    <message>
        <source>Please do not pull it. Get a ticket at reception</source>
        <translation>يُرجى عدم سحبه، وأخذ التذكرة من الاستقبال</translation>
    </message>
    <message>
        <source>The paper does not fit this machine</source>
        <translation>ورق الطابعة لا يناسب هذا الجهاز</translation>
    </message>
    <message>
        <source>A ticket is in the slot</source>
        <translation>توجد تذكرة في الفتحة</translation>
    </message>
    <message>
        <source>Please take it out. This machine continues when the slot is empty</source>
        <translation>يُرجى أخذها، ويعود الجهاز إلى العمل تلقائيًا متى خلت الفتحة</translation>
    </message>
    <message>
        <source>This machine is out of service</source>
        <translation>هذا الجهاز خارج الخدمة</translation>
    </message>
    <message>
        <source>You are early</source>
        <extracomment>%1 is the time from which one may check in.</extracomment>
        <translation>وصلت مبكرًا</translation>
    </message>
    <message>
        <source>You can check in from %1. Please take a seat until then</source>
        <translation>يمكنك تسجيل الحضور من الساعة %1. يُرجى الانتظار حتى ذلك الحين</translation>
    </message>
    <message>
        <source>You have missed your appointment time</source>
        <extracomment>%1 is the time of the appointment.</extracomment>
        <translation>انقضى وقت موعدك</translation>
    </message>
    <message>
        <source>It was at %1. You can take a standard ticket, or ask at reception</source>
        <translation>كان موعدك الساعة %1. يمكنك أخذ تذكرة عادية أو سؤال الاستقبال</translation>
    </message>
    <message>
        <source>Your appointment is on another day</source>
        <extracomment>%1 is the day of the appointment.</extracomment>
        <translation>موعدك في يوم آخر</translation>
    </message>
    <message>
        <source>It is on %1. You can take a standard ticket for today</source>
        <translation>موعدك يوم %1. يمكنك أخذ تذكرة عادية لليوم</translation>
    </message>
    <message>
        <source>A ticket was already issued for this appointment</source>
        <translation>صدرت تذكرة لهذا الموعد من قبل</translation>
    </message>
    <message>
        <source>This appointment was cancelled</source>
        <translation>أُلغي هذا الموعد</translation>
    </message>
    <message>
        <source>You can take a standard ticket, or ask at reception</source>
        <translation>يمكنك أخذ تذكرة عادية أو سؤال الاستقبال</translation>
    </message>
    <message>
        <source>Touch the button below to start again</source>
        <translation>يُرجى الضغط على الزر أدناه للبدء من جديد</translation>
    </message>
    <message>
        <source>This service has closed for today</source>
        <translation>انتهى تقديم هذه الخدمة لهذا اليوم</translation>
    </message>
    <message>
        <source>Please choose another service</source>
        <translation>يُرجى اختيار خدمة أخرى</translation>
    </message>
    <message>
        <source>No more numbers for this service today</source>
        <translation>نفدت أرقام هذه الخدمة لهذا اليوم</translation>
    </message>
    <message>
        <source>Please ask at reception</source>
        <translation>يُرجى مراجعة الاستقبال</translation>
    </message>
    <message>
        <source>Please do not touch it until it works again</source>
        <translation>يُرجى عدم لمسها حتى تعود إلى العمل</translation>
    </message>
    <message>
        <source>Please get a ticket at reception. This machine continues when the cover is closed</source>
        <translation>يُرجى أخذ التذكرة من الاستقبال. يعود هذا الجهاز إلى العمل بعد إغلاق الغطاء</translation>
    </message>
    <message>
        <source>No tickets left today for this service</source>
        <translation>نفدت تذاكر اليوم لهذه الخدمة</translation>
    </message>
    <message>
        <source>Please come early on the next working day, or ask at reception for an appointment</source>
        <translation>يُرجى الحضور مبكرًا في يوم العمل التالي، أو طلب موعد من الاستقبال</translation>
    </message>
    <message>
        <source>This service is for other visitors</source>
        <translation>هذه الخدمة مخصصة لفئة أخرى من المراجعين</translation>
    </message>
    <message>
        <source>Please choose another service or ask at reception</source>
        <translation>يُرجى اختيار خدمة أخرى أو مراجعة الاستقبال</translation>
    </message>
    <message>
        <source>Tickets are not issued now</source>
        <translation>لا تُصدر التذاكر الآن</translation>
    </message>
    <message>
        <source>The ticket could not be issued</source>
        <translation>تعذّر إصدار تذكرة</translation>
    </message>
</context>
<context>
    <name>PageButtons</name>
    <message>
        <source>Previous</source>
        <translation>السابق</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Between the buttons that turn pages: %1 is this page, %2 how many there are.</extracomment>
        <translation>%1 من %2</translation>
    </message>
</context>
<context>
    <name>PaperFaults</name>
    <message>
        <source>The paper is low</source>
        <translation>الورق على وشك النفاد</translation>
    </message>
    <message>
        <source>The paper runs out during the next ticket</source>
        <translation>ينفد الورق أثناء التذكرة القادمة</translation>
    </message>
    <message>
        <source>The paper runs out</source>
        <translation>ينفد الورق</translation>
    </message>
    <message>
        <source>Put in a new roll</source>
        <translation>ضع لفة جديدة</translation>
    </message>
    <message>
        <source>Open the printer&apos;s cover</source>
        <translation>افتح غطاء الطابعة</translation>
    </message>
    <message>
        <source>Close the printer&apos;s cover</source>
        <translation>أغلق غطاء الطابعة</translation>
    </message>
    <message>
        <source>Simulate a jam</source>
        <translation>محاكاة انحشار القاطع</translation>
    </message>
    <message>
        <source>Clear the jam</source>
        <translation>إزالة الانحشار</translation>
    </message>
</context>
<context>
    <name>PaperGuide</name>
    <message>
        <source>Step %1 of %2</source>
        <extracomment>In the guided change of paper: %1 is the step, %2 how many there are.</extracomment>
        <translation>الخطوة %1 من %2</translation>
    </message>
    <message>
        <source>The printer detects this automatically</source>
        <translation>تتعرّف الطابعة على ذلك تلقائيًا</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
</context>
<context>
    <name>PaperRoll</name>
    <message>
        <source>Touch the printer to simulate paper problems</source>
        <extracomment>On the picture of the demo&apos;s printer, beside the kiosk.</extracomment>
        <translation>اضغط على الطابعة لتجربة حالات الورق</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message>
        <source>Staff: enter your PIN</source>
        <translation>للموظفين: أدخل الرقم السري</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>إدخال</translation>
    </message>
</context>
<context>
    <name>PrinterStatusScreen</name>
    <message>
        <source>Connected</source>
        <translation>متصلة</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصلة</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>%1 mm</source>
        <extracomment>In the staff&apos;s page on the printer; %1 is a number of millimetres.</extracomment>
        <translation>%1 مم</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>الورق</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>يكفي</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>تاريخ التبديل</translation>
    </message>
    <message>
        <source>By</source>
        <translation>بدّله</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>التذاكر</translation>
    </message>
    <message>
        <source>Paper width and address</source>
        <translation>عرض الورق والعنوان</translation>
    </message>
    <message>
        <source>Hall service</source>
        <translation>النظام</translation>
    </message>
</context>
<context>
    <name>PriorityStrip</name>
    <message>
        <source>Older, disabled or pregnant, or with a baby</source>
        <translation>كبار السن والأشخاص ذوو الإعاقة والحوامل ومرافقو الرضّع</translation>
    </message>
    <message>
        <source>Does priority service apply to you?</source>
        <translation>هل تنطبق عليك أولوية الخدمة؟</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
</context>
<context>
    <name>PrioritySwitch</name>
    <message>
        <source>Older, disabled or pregnant, or with a baby</source>
        <translation>كبار السن والأشخاص ذوو الإعاقة والحوامل ومرافقو الرضّع</translation>
    </message>
    <message>
        <source>Priority service</source>
        <translation>خدمة الأولوية</translation>
    </message>
</context>
<context>
    <name>ScannedScreen</name>
    <message>
        <source>People ahead of you</source>
        <translation>عدد المنتظرين قبلك</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>مدة الانتظار المتوقعة</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>I need more time</source>
        <translation>أحتاج وقتًا إضافيًا</translation>
    </message>
    <message numerus="yes">
        <source>Closes in %n second(s)</source>
        <extracomment>Under the answer to a scanned ticket.</extracomment>
        <translation>
            <numerusform>تُغلق الآن</numerusform>
            <numerusform>تُغلق بعد ثانية واحدة</numerusform>
            <numerusform>تُغلق بعد ثانيتين</numerusform>
            <numerusform>تُغلق بعد %n ثوانٍ</numerusform>
            <numerusform>تُغلق بعد %n ثانية</numerusform>
            <numerusform>تُغلق بعد %n ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScannedTexts</name>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>Looking up your ticket</source>
        <translation>جارٍ البحث عن تذكرتك</translation>
    </message>
    <message>
        <source>You are in the queue</source>
        <translation>أنت في قائمة الانتظار</translation>
    </message>
    <message>
        <source>Please wait until your number is called</source>
        <translation>يُرجى الانتظار حتى يُنادى رقمك</translation>
    </message>
    <message>
        <source>You are in the queue again</source>
        <translation>عدت إلى قائمة الانتظار</translation>
    </message>
    <message>
        <source>You missed your call. Your number will be called again shortly</source>
        <translation>فاتك النداء، وسيُنادى رقمك مرة أخرى بعد قليل</translation>
    </message>
    <message>
        <source>It is your turn</source>
        <translation>حان دورك</translation>
    </message>
    <message>
        <source>Please go to counter %1 now</source>
        <translation>يُرجى التوجه الآن إلى النافذة %1</translation>
    </message>
    <message>
        <source>You are being served</source>
        <translation>تجري خدمتك الآن</translation>
    </message>
    <message>
        <source>At counter %1</source>
        <translation>عند النافذة %1</translation>
    </message>
    <message>
        <source>Your visit is on hold</source>
        <translation>خدمتك متوقفة مؤقتًا</translation>
    </message>
    <message>
        <source>Counter %1 will call you again</source>
        <translation>ستناديك النافذة %1 مرة أخرى</translation>
    </message>
    <message>
        <source>You missed your call</source>
        <translation>فاتك النداء</translation>
    </message>
    <message>
        <source>Please ask at reception</source>
        <translation>يُرجى مراجعة الاستقبال</translation>
    </message>
    <message>
        <source>Your visit is finished</source>
        <translation>انتهت مراجعتك</translation>
    </message>
    <message>
        <source>For another service please take a new ticket</source>
        <translation>لخدمة أخرى يُرجى أخذ تذكرة جديدة</translation>
    </message>
    <message>
        <source>This ticket is no longer valid</source>
        <translation>لم تعد هذه التذكرة صالحة</translation>
    </message>
    <message>
        <source>Please take a new ticket</source>
        <translation>يُرجى أخذ تذكرة جديدة</translation>
    </message>
    <message>
        <source>This number was called several times</source>
        <translation>نودي هذا الرقم عدة مرات</translation>
    </message>
    <message>
        <source>Please ask at reception to return to the queue</source>
        <translation>يُرجى مراجعة الاستقبال للعودة إلى قائمة الانتظار</translation>
    </message>
    <message>
        <source>This is not one of today&apos;s tickets</source>
        <translation>هذه ليست من تذاكر اليوم</translation>
    </message>
    <message>
        <source>This code is not for a ticket of this hall</source>
        <translation>الرمز ليس لتذكرة من هذه القاعة</translation>
    </message>
    <message>
        <source>Hold the square code of your ticket under the reader</source>
        <translation>يُرجى وضع الرمز المربّع في تذكرتك أمام القارئ</translation>
    </message>
    <message>
        <source>Cannot look up your ticket now</source>
        <translation>يتعذّر البحث عن تذكرتك الآن</translation>
    </message>
    <message>
        <source>Your number stays valid. Please watch the board or ask at reception</source>
        <translation>رقمك ما زال صالحًا. يُرجى متابعة شاشة النداء أو مراجعة الاستقبال</translation>
    </message>
    <message>
        <source>They will help you with this ticket</source>
        <translation>سيساعدونك في أمر هذه التذكرة</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Nobody is waiting</source>
        <translation>لا يوجد منتظرون</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) waiting</source>
        <extracomment>On a service tile; at most 24 characters.</extracomment>
        <translation>
            <numerusform>لا يوجد منتظرون</numerusform>
            <numerusform>شخص واحد في الانتظار</numerusform>
            <numerusform>شخصان في الانتظار</numerusform>
            <numerusform>%n أشخاص في الانتظار</numerusform>
            <numerusform>%n شخصًا في الانتظار</numerusform>
            <numerusform>%n شخص في الانتظار</numerusform>
        </translation>
    </message>
    <message>
        <source>Begins at %1</source>
        <extracomment>On a service tile, the ticket screen and the phone: %1 is a time such as 08:00; at most 30 characters.</extracomment>
        <translation>تبدأ الخدمة الساعة %1</translation>
    </message>
    <message>
        <source>No counter is open for it now</source>
        <extracomment>On a service tile and on the ticket screen; at most 36 characters.</extracomment>
        <translation>لا توجد نافذة مفتوحة لها الآن</translation>
    </message>
    <message numerus="yes">
        <source>Up to %n minute(s)</source>
        <extracomment>On a service tile and on the ticket screen; at most 26 characters.</extracomment>
        <translation>
            <numerusform>دون انتظار</numerusform>
            <numerusform>دقيقة واحدة أو أقل</numerusform>
            <numerusform>دقيقتان أو أقل</numerusform>
            <numerusform>%n دقائق أو أقل</numerusform>
            <numerusform>%n دقيقة أو أقل</numerusform>
            <numerusform>%n دقيقة أو أقل</numerusform>
        </translation>
    </message>
    <message>
        <source>1 to 2 minutes</source>
        <translation>من دقيقة إلى دقيقتين</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %n minute(s)</source>
        <extracomment>On a service tile and on the ticket screen: %1 is the lower end of the range; at most 26 characters.</extracomment>
        <translation>
            <numerusform>من %1 إلى %n دقيقة</numerusform>
            <numerusform>من %1 إلى دقيقة</numerusform>
            <numerusform>من %1 إلى دقيقتين</numerusform>
            <numerusform>من %1 إلى %n دقائق</numerusform>
            <numerusform>من %1 إلى %n دقيقة</numerusform>
            <numerusform>من %1 إلى %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>You are next</source>
        <translation>دورك هو التالي</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <extracomment>On the ticket screen, under &quot;People ahead of you&quot;.</extracomment>
        <translation>
            <numerusform>لا أحد</numerusform>
            <numerusform>شخص واحد</numerusform>
            <numerusform>شخصان</numerusform>
            <numerusform>%n أشخاص</numerusform>
            <numerusform>%n شخصًا</numerusform>
            <numerusform>%n شخص</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This screen resets in %n second(s)</source>
        <translation>
            <numerusform>تعود هذه الشاشة إلى البداية الآن</numerusform>
            <numerusform>تعود هذه الشاشة إلى البداية خلال ثانية واحدة</numerusform>
            <numerusform>تعود هذه الشاشة إلى البداية خلال ثانيتين</numerusform>
            <numerusform>تعود هذه الشاشة إلى البداية خلال %n ثوانٍ</numerusform>
            <numerusform>تعود هذه الشاشة إلى البداية خلال %n ثانية</numerusform>
            <numerusform>تعود هذه الشاشة إلى البداية خلال %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>Citizen</source>
        <translation>مواطن</translation>
    </message>
    <message>
        <source>Resident</source>
        <translation>مقيم</translation>
    </message>
    <message>
        <source>Visitor to Oman</source>
        <translation>زائر</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>شركة</translation>
    </message>
    <message>
        <source>Government entity</source>
        <translation>جهة حكومية</translation>
    </message>
    <message>
        <source>Investor or developer</source>
        <translation>مستثمر أو مطور عقاري</translation>
    </message>
</context>
<context>
    <name>ServicesScreen</name>
    <message>
        <source>The wait is long at the moment</source>
        <translation>مدة الانتظار طويلة الآن</translation>
    </message>
    <message>
        <source>%1: %2. Do you still want a ticket?</source>
        <extracomment>Below the headline: %1 is the service, %2 the expected wait (&quot;40 to 60 minutes&quot;).</extracomment>
        <translation>%1: %2. هل ترغب في أخذ تذكرة؟</translation>
    </message>
    <message>
        <source>Yes, take a ticket</source>
        <translation>نعم، أريد تذكرة</translation>
    </message>
    <message>
        <source>No, another service</source>
        <translation>لا، خدمة أخرى</translation>
    </message>
    <message>
        <source>Do you want another ticket?</source>
        <translation>هل ترغب في تذكرة أخرى؟</translation>
    </message>
    <message>
        <source>No, I have finished</source>
        <translation>لا، انتهيت</translation>
    </message>
    <message>
        <source>Yes, another ticket</source>
        <translation>نعم، تذكرة أخرى</translation>
    </message>
    <message>
        <source>Send messages to this number?</source>
        <translation>هل نرسل الرسائل إلى هذا الرقم؟</translation>
    </message>
    <message>
        <source>No, change the number</source>
        <translation>لا، أغيّر الرقم</translation>
    </message>
    <message>
        <source>Yes, I agree</source>
        <translation>نعم، أوافق</translation>
    </message>
    <message>
        <source>Who is the service for?</source>
        <translation>ما صفة المراجع؟</translation>
    </message>
    <message>
        <source>How can we help you?</source>
        <translation>كيف يمكننا خدمتكم؟</translation>
    </message>
    <message>
        <source>Choose a group of services</source>
        <translation>يُرجى اختيار مجموعة الخدمات</translation>
    </message>
    <message>
        <source>Choose a service</source>
        <translation>يُرجى اختيار الخدمة</translation>
    </message>
    <message>
        <source>Not available now</source>
        <translation>غير متاحة الآن</translation>
    </message>
    <message>
        <source>No tickets left today</source>
        <translation>نفدت تذاكر اليوم</translation>
    </message>
    <message>
        <source>I have an appointment</source>
        <translation>لديّ موعد</translation>
    </message>
    <message>
        <source>Other services</source>
        <translation>خدمات أخرى</translation>
    </message>
</context>
<context>
    <name>SignClip</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Play again</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Take a ticket</source>
        <translation>أخذ تذكرة</translation>
    </message>
</context>
<context>
    <name>Spoken</name>
    <message>
        <source>Press Next to move through the choices, and Choose to select one</source>
        <translation>يُرجى الضغط على زر التالي للتنقل بين الخيارات، وعلى زر الاختيار لاختيار أحدها</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>Said of a control: %1 is its place among %2.</extracomment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>محدّد</translation>
    </message>
    <message>
        <source>Not selected</source>
        <translation>غير محدّد</translation>
    </message>
</context>
<context>
    <name>StaffMenu</name>
    <message>
        <source>Staff menu · %1</source>
        <extracomment>The staff menu&apos;s headline; %1 is the name of who opened it.</extracomment>
        <translation>قائمة الموظفين · %1</translation>
    </message>
    <message>
        <source>These tickets were not printed completely</source>
        <translation>هذه التذاكر لم تُطبع كاملة</translation>
    </message>
    <message>
        <source>Choose a ticket to print again</source>
        <translation>اختر التذكرة المطلوب طباعتها مرة أخرى</translation>
    </message>
    <message>
        <source>The number stays the same. The paper shows «Copy» and the time</source>
        <translation>يبقى رقمها كما هو، ويُكتب على الورق «نسخة» مع الوقت</translation>
    </message>
    <message>
        <source>No tickets issued on this device today</source>
        <translation>لم تصدر من هذا الجهاز أي تذكرة اليوم</translation>
    </message>
</context>
<context>
    <name>StaffTexts</name>
    <message>
        <source>Paper</source>
        <translation>الورق</translation>
    </message>
    <message>
        <source>Screen and sound</source>
        <translation>الشاشة والصوت</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Print a ticket again</source>
        <translation>إعادة طباعة تذكرة</translation>
    </message>
    <message>
        <source>Change the paper</source>
        <translation>تبديل الورق</translation>
    </message>
    <message>
        <source>Test print</source>
        <translation>طباعة تجريبية</translation>
    </message>
    <message>
        <source>Printer status</source>
        <translation>حالة الطابعة</translation>
    </message>
    <message>
        <source>Restart the program</source>
        <translation>إعادة تشغيل البرنامج</translation>
    </message>
    <message>
        <source>Restart the device</source>
        <translation>إعادة تشغيل الجهاز</translation>
    </message>
    <message>
        <source>Shut down</source>
        <translation>إيقاف التشغيل</translation>
    </message>
    <message>
        <source>Clean the screen</source>
        <translation>تنظيف الشاشة</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>مستوى الصوت</translation>
    </message>
    <message>
        <source>Brightness</source>
        <translation>السطوع</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>Volume up</source>
        <translation>رفع الصوت</translation>
    </message>
    <message>
        <source>Volume down</source>
        <translation>خفض الصوت</translation>
    </message>
    <message>
        <source>Brighter</source>
        <translation>زيادة السطوع</translation>
    </message>
    <message>
        <source>Darker</source>
        <translation>تقليل السطوع</translation>
    </message>
    <message>
        <source>Close the menu</source>
        <translation>إغلاق القائمة</translation>
    </message>
    <message>
        <source>Back to the menu</source>
        <translation>العودة إلى القائمة</translation>
    </message>
    <message>
        <source>Go through the steps again</source>
        <translation>إعادة الخطوات</translation>
    </message>
    <message>
        <source>Both arrows are complete</source>
        <translation>السهمان كاملان</translation>
    </message>
    <message>
        <source>One is cut off or missing</source>
        <translation>أحدهما مقطوع أو غير ظاهر</translation>
    </message>
    <message>
        <source>Printer ready</source>
        <translation>الطابعة جاهزة</translation>
    </message>
    <message>
        <source>The paper is low: have a new roll ready</source>
        <translation>الورق على وشك النفاد: جهّز لفة جديدة</translation>
    </message>
    <message>
        <source>The printer works, but cannot report its status</source>
        <translation>الطابعة تعمل، ولا تدعم الإبلاغ عن حالتها</translation>
    </message>
    <message>
        <source>The printer is not connected yet</source>
        <translation>لم تتصل الطابعة بعد</translation>
    </message>
    <message>
        <source>The roll does not match the paper width setting: put in the right one</source>
        <translation>عرض اللفة لا يوافق الإعداد: ضع اللفة المناسبة</translation>
    </message>
    <message>
        <source>A ticket is in the slot: take it out</source>
        <translation>توجد تذكرة في الفتحة: يُرجى أخذها</translation>
    </message>
    <message>
        <source>The paper is out: put in a new roll</source>
        <translation>نفد الورق: ضع لفة جديدة</translation>
    </message>
    <message>
        <source>The cover is open: close it</source>
        <translation>الغطاء مفتوح: أغلقه</translation>
    </message>
    <message>
        <source>The cutter is jammed: open the cover, free the paper, switch off and on</source>
        <translation>القاطع عالق: افتح الغطاء وحرّر الورق ثم أطفئ الطابعة وشغّلها</translation>
    </message>
    <message>
        <source>Paper is stuck in the slot: pull it out, open and close the cover</source>
        <translation>الورق عالق في الفتحة: اسحبه ثم افتح الغطاء وأغلقه</translation>
    </message>
    <message>
        <source>The mechanism reports an error: switch the printer off and on</source>
        <translation>عطل في آلية الطباعة: أطفئ الطابعة وشغّلها</translation>
    </message>
    <message>
        <source>The printer is offline: press its feed button, or switch it off and on</source>
        <translation>الطابعة متوقفة: اضغط زر التغذية أو أطفئها وشغّلها</translation>
    </message>
    <message>
        <source>No printer is connected: plug it in and switch it on</source>
        <translation>الطابعة غير موصولة: صِلها وشغّلها</translation>
    </message>
    <message>
        <source>This program has no permission to use the printer: call the technician</source>
        <translation>لا يُسمح للبرنامج باستخدام الطابعة: اتصل بالفني</translation>
    </message>
    <message>
        <source>Another program uses the printer: call the technician</source>
        <translation>يستخدم الطابعةَ برنامجٌ آخر: اتصل بالفني</translation>
    </message>
    <message>
        <source>The printer cannot be reached: check its power and its cable</source>
        <translation>تعذّر الوصول إلى الطابعة: تحقق من الكهرباء والكابل</translation>
    </message>
    <message>
        <source>The connection to the printer was lost: check its power and its cable</source>
        <translation>انقطع الاتصال بالطابعة: تحقق من الكهرباء والكابل</translation>
    </message>
    <message>
        <source>The printer stopped answering: switch it off and on</source>
        <translation>توقفت الطابعة عن الرد: أطفئها وشغّلها</translation>
    </message>
    <message>
        <source>The printer accepts no data: switch it off and on</source>
        <translation>الطابعة لا تستقبل البيانات: أطفئها وشغّلها</translation>
    </message>
    <message>
        <source>The printer cannot be used: call the technician</source>
        <translation>تعذّر استخدام الطابعة: اتصل بالفني</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>متوفر</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>على وشك النفاد</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>نفد</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>غير معروف</translation>
    </message>
    <message numerus="yes">
        <source>Too many wrong PINs. Try again in %n second(s)</source>
        <translation>
            <numerusform>محاولات خاطئة كثيرة. أعد المحاولة الآن</numerusform>
            <numerusform>محاولات خاطئة كثيرة. أعد المحاولة بعد ثانية واحدة</numerusform>
            <numerusform>محاولات خاطئة كثيرة. أعد المحاولة بعد ثانيتين</numerusform>
            <numerusform>محاولات خاطئة كثيرة. أعد المحاولة بعد %n ثوانٍ</numerusform>
            <numerusform>محاولات خاطئة كثيرة. أعد المحاولة بعد %n ثانية</numerusform>
            <numerusform>محاولات خاطئة كثيرة. أعد المحاولة بعد %n ثانية</numerusform>
        </translation>
    </message>
    <message>
        <source>4 to 8 digits, then press Enter</source>
        <translation>من 4 إلى 8 أرقام، ثم اضغط «إدخال»</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>The PIN is wrong</source>
        <translation>الرقم السري غير صحيح</translation>
    </message>
    <message>
        <source>No PIN is set for this device. Ask the technician</source>
        <translation>لم يُحدَّد رقم سري لهذا الجهاز. اطلب ذلك من الفني</translation>
    </message>
    <message>
        <source>Open the printer&apos;s cover</source>
        <translation>افتح غطاء الطابعة</translation>
    </message>
    <message>
        <source>Unlock the door, press the cover&apos;s lever and lift</source>
        <translation>افتح باب الجهاز، ثم اضغط مقبض الغطاء وارفعه</translation>
    </message>
    <message>
        <source>Take out the rest of the old roll</source>
        <translation>أخرج ما بقي من اللفة القديمة</translation>
    </message>
    <message>
        <source>Remove loose bits of paper too</source>
        <translation>وأزل قصاصات الورق إن وجدت</translation>
    </message>
    <message>
        <source>Put in the new roll</source>
        <translation>ضع اللفة الجديدة</translation>
    </message>
    <message>
        <source>The paper comes from the bottom of the roll, over the front edge</source>
        <translation>يخرج الورق من أسفل اللفة، ويمتد طرفه فوق الحافة الأمامية</translation>
    </message>
    <message>
        <source>Close the cover until it clicks</source>
        <translation>أغلق الغطاء حتى تسمع صوت الإقفال</translation>
    </message>
    <message>
        <source>The end of the paper must stick out. Then a test slip is printed</source>
        <translation>يجب أن يبرز طرف الورق، ثم تُطبع ورقة تجربة</translation>
    </message>
    <message>
        <source>The test slip is being printed</source>
        <translation>تُطبع ورقة التجربة الآن</translation>
    </message>
    <message>
        <source>It will come out of the slot below</source>
        <translation>ستخرج من الفتحة أسفل الشاشة</translation>
    </message>
    <message>
        <source>Are both arrows on the slip complete?</source>
        <translation>هل السهمان كاملان على الورقة؟</translation>
    </message>
    <message>
        <source>One at the left edge and one at the right edge of the paper</source>
        <translation>سهم عند الحافة اليسرى وسهم عند الحافة اليمنى</translation>
    </message>
    <message>
        <source>Restart the program?</source>
        <translation>هل تريد إعادة تشغيل البرنامج؟</translation>
    </message>
    <message>
        <source>Visitors will wait a few seconds</source>
        <translation>سينتظر المراجعون بضع ثوانٍ</translation>
    </message>
    <message>
        <source>Restart the device?</source>
        <translation>هل تريد إعادة تشغيل الجهاز؟</translation>
    </message>
    <message>
        <source>Visitors will wait about a minute</source>
        <translation>سينتظر المراجعون نحو دقيقة</translation>
    </message>
    <message>
        <source>Shut the device down?</source>
        <translation>هل تريد إيقاف تشغيل الجهاز؟</translation>
    </message>
    <message>
        <source>It issues no tickets until it is switched on again</source>
        <translation>لن يُصدر تذاكر حتى يُشغَّل من جديد</translation>
    </message>
    <message>
        <source>The paper is changed</source>
        <translation>تم تبديل الورق</translation>
    </message>
    <message>
        <source>Tickets are issued again</source>
        <translation>عاد إصدار التذاكر</translation>
    </message>
    <message>
        <source>The test slip is printed</source>
        <translation>طُبعت ورقة التجربة</translation>
    </message>
    <message>
        <source>The ticket is printed again</source>
        <translation>طُبعت التذكرة مرة أخرى</translation>
    </message>
    <message>
        <source>It has the same number and is marked «Copy»</source>
        <translation>تحمل الرقم نفسه ومكتوب عليها «نسخة»</translation>
    </message>
    <message>
        <source>The ticket could not be printed</source>
        <translation>تعذّرت طباعة التذكرة</translation>
    </message>
    <message>
        <source>The number is still valid</source>
        <translation>يبقى الرقم صالحًا</translation>
    </message>
    <message>
        <source>Test print failed</source>
        <translation>تعذّرت الطباعة التجريبية</translation>
    </message>
    <message>
        <source>Check printer status</source>
        <translation>راجع حالة الطابعة</translation>
    </message>
    <message>
        <source>The roll does not match the setting</source>
        <translation>اللفة لا توافق الإعداد</translation>
    </message>
    <message>
        <source>No tickets are issued until it does: put in the right roll, or call the technician</source>
        <translation>لن تُصدر تذاكر حتى توافقه: ضع اللفة المناسبة أو اتصل بالفني</translation>
    </message>
    <message>
        <source>The program cannot do that on this device</source>
        <translation>لا يسمح الجهاز للبرنامج بذلك</translation>
    </message>
    <message>
        <source>Use the switch, or call the technician</source>
        <translation>استخدم مفتاح التشغيل أو اتصل بالفني</translation>
    </message>
    <message>
        <source>Volume of spoken prompts</source>
        <translation>مستوى صوت الإرشادات المنطوقة</translation>
    </message>
    <message>
        <source>The next prompt plays at this volume</source>
        <translation>الإرشاد التالي بهذا المستوى</translation>
    </message>
    <message>
        <source>Screen brightness</source>
        <translation>سطوع الشاشة</translation>
    </message>
    <message>
        <source>It must be readable from the side too</source>
        <translation>يجب أن تبقى مقروءة من الجانب أيضًا</translation>
    </message>
    <message>
        <source>The hall service is responding</source>
        <translation>النظام يستجيب</translation>
    </message>
    <message>
        <source>The network works</source>
        <translation>الشبكة سليمة</translation>
    </message>
    <message>
        <source>The hall service is not responding</source>
        <translation>النظام لا يستجيب</translation>
    </message>
    <message>
        <source>Check the network cable, then check that the hall service is running</source>
        <translation>تحقق من كابل الشبكة، ثم من عمل النظام</translation>
    </message>
    <message>
        <source>The hall&apos;s certificate is refused</source>
        <translation>شهادة القاعة غير مقبولة</translation>
    </message>
    <message>
        <source>Check this device&apos;s date; if it is right, have it paired again</source>
        <translation>تحقق من تاريخ الجهاز، فإن كان صحيحًا فاطلب ربطه من جديد</translation>
    </message>
    <message>
        <source>The program cannot change that on this device</source>
        <translation>هذا الجهاز لا يسمح للبرنامج بضبط ذلك</translation>
    </message>
    <message>
        <source>Use the screen&apos;s own buttons, or call the technician</source>
        <translation>استخدم أزرار الشاشة نفسها أو اتصل بالفني</translation>
    </message>
    <message>
        <source>You can clean the screen now</source>
        <translation>يمكنك تنظيف الشاشة الآن</translation>
    </message>
    <message>
        <source>Touch is off. The menu returns automatically</source>
        <translation>اللمس متوقف مؤقتًا، وستعود القائمة تلقائيًا</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>جارٍ التنفيذ</translation>
    </message>
    <message>
        <source>The device continues automatically</source>
        <translation>يعود الجهاز إلى العمل تلقائيًا</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>طُبعت</translation>
    </message>
    <message>
        <source>Sent, not confirmed</source>
        <translation>أُرسلت دون تأكيد</translation>
    </message>
    <message>
        <source>Being printed</source>
        <translation>تُطبع الآن</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>لم تُطبع</translation>
    </message>
    <message>
        <source>Cut off while printing</source>
        <translation>انقطعت أثناء الطباعة</translation>
    </message>
    <message>
        <source>Perhaps not printed</source>
        <translation>ربما لم تُطبع</translation>
    </message>
    <message numerus="yes">
        <source>Paper for about %n ticket(s)</source>
        <extracomment>In the staff menu: an estimate of what the paper roll is good for.</extracomment>
        <translation>
            <numerusform>الورق لا يكفي لأي تذكرة</numerusform>
            <numerusform>الورق يكفي لتذكرة واحدة تقريبًا</numerusform>
            <numerusform>الورق يكفي لتذكرتين تقريبًا</numerusform>
            <numerusform>الورق يكفي لنحو %n تذاكر</numerusform>
            <numerusform>الورق يكفي لنحو %n تذكرة</numerusform>
            <numerusform>الورق يكفي لنحو %n تذكرة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) since</source>
        <translation>
            <numerusform>لا تذاكر منذ التبديل</numerusform>
            <numerusform>تذكرة واحدة منذ التبديل</numerusform>
            <numerusform>تذكرتان منذ التبديل</numerusform>
            <numerusform>%n تذاكر منذ التبديل</numerusform>
            <numerusform>%n تذكرة منذ التبديل</numerusform>
            <numerusform>%n تذكرة منذ التبديل</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s) left</source>
        <translation>
            <numerusform>لم يبق وقت</numerusform>
            <numerusform>بقيت ثانية واحدة</numerusform>
            <numerusform>بقيت ثانيتان</numerusform>
            <numerusform>بقيت %n ثوانٍ</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
            <numerusform>بقيت %n ثانية</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It took %n second(s)</source>
        <translation>
            <numerusform>لم يستغرق وقتًا</numerusform>
            <numerusform>استغرق ثانية واحدة</numerusform>
            <numerusform>استغرق ثانيتين</numerusform>
            <numerusform>استغرق %n ثوانٍ</numerusform>
            <numerusform>استغرق %n ثانية</numerusform>
            <numerusform>استغرق %n ثانية</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TicketScreen</name>
    <message>
        <source>Print my ticket</source>
        <translation>طباعة تذكرتي</translation>
    </message>
    <message>
        <source>Priority service</source>
        <translation>خدمة الأولوية</translation>
    </message>
    <message>
        <source>A member of staff will call you</source>
        <extracomment>On the ticket screen while the hall service is away, in place of the wait; at most 40 characters.</extracomment>
        <translation>سيناديكم الموظف</translation>
    </message>
    <message>
        <source>People ahead of you</source>
        <translation>عدد المنتظرين قبلك</translation>
    </message>
    <message>
        <source>Expected wait</source>
        <translation>مدة الانتظار المتوقعة</translation>
    </message>
    <message>
        <source>Code to follow your turn on a phone</source>
        <translation>رمز لمتابعة دورك بالهاتف</translation>
    </message>
    <message>
        <source>The code works once the hall&apos;s system is back</source>
        <translation>يعمل الرمز بعد عودة النظام إلى العمل</translation>
    </message>
    <message>
        <source>Scan to follow your turn on your phone</source>
        <translation>يُرجى مسح الرمز لمتابعة دورك من الهاتف</translation>
    </message>
    <message>
        <source>Touch the screen to see your number again</source>
        <translation>يُرجى الضغط على الشاشة لرؤية رقمك مرة أخرى</translation>
    </message>
</context>
<context>
    <name>TimeNotice</name>
    <message>
        <source>I need more time</source>
        <translation>أحتاج وقتًا إضافيًا</translation>
    </message>
</context>
<context>
    <name>WelcomeScreen</name>
    <message>
        <source>Touch here to begin</source>
        <translation>اضغط هنا للبدء</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>أهلًا وسهلًا بكم</translation>
    </message>
    <message>
        <source>Choose your language to take a ticket</source>
        <translation>يُرجى اختيار اللغة لأخذ تذكرة</translation>
    </message>
</context>
</TS>
