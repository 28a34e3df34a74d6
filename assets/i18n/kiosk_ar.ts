<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
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
        <source>Older persons, persons with disabilities, pregnant women, carers of infants</source>
        <translation>كبار السن، الأشخاص ذوو الإعاقة، الحوامل، مرافقو الأطفال الرضّع</translation>
    </message>
    <message>
        <source>Priority service</source>
        <translation>أولوية الخدمة</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Change the language</source>
        <translation>تغيير اللغة</translation>
    </message>
</context>
<context>
    <name>NoticeScreen</name>
    <message>
        <source>Tickets from %1</source>
        <extracomment>%1 is a time such as 07:30.</extracomment>
        <translation>تبدأ التذاكر عند %1</translation>
    </message>
</context>
<context>
    <name>NoticeTexts</name>
    <message>
        <source>One moment</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>Your ticket is being made</source>
        <translation>جارٍ إصدار تذكرتك</translation>
    </message>
    <message>
        <source>Your ticket is being printed</source>
        <translation>جارٍ طباعة تذكرتك</translation>
    </message>
    <message>
        <source>It comes out of the slot below</source>
        <translation>ستخرج من الفتحة أسفل الشاشة</translation>
    </message>
    <message>
        <source>Please take your ticket</source>
        <translation>تفضّل بأخذ تذكرتك</translation>
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
        <translation>توقفت الطابعة. دوّن رقمك أو امسح الرمز</translation>
    </message>
    <message>
        <source>The printer has stopped. Reception prints it again for you</source>
        <translation>توقفت الطابعة. يعيد الاستقبال طباعتها لك</translation>
    </message>
    <message>
        <source>Your number is valid</source>
        <translation>رقمك صالح</translation>
    </message>
    <message>
        <source>If no paper came out, note your number or scan the code</source>
        <translation>إن لم تخرج التذكرة فدوّن رقمك أو امسح الرمز</translation>
    </message>
    <message>
        <source>One moment, please</source>
        <translation>لحظة من فضلك</translation>
    </message>
    <message>
        <source>The ticket service is starting</source>
        <translation>يبدأ الآن تشغيل خدمة التذاكر</translation>
    </message>
    <message>
        <source>We will be back shortly</source>
        <translation>نعود إليكم بعد قليل</translation>
    </message>
    <message>
        <source>Tickets cannot be given at this moment. Please ask at reception</source>
        <translation>يتعذّر إصدار التذاكر في هذه اللحظة. يُرجى مراجعة الاستقبال</translation>
    </message>
    <message>
        <source>This device is not set up</source>
        <translation>هذا الجهاز غير مهيّأ</translation>
    </message>
    <message>
        <source>Please take your ticket at reception. Staff: pair this device again</source>
        <translation>يُرجى أخذ تذكرتك من الاستقبال. للموظفين: أعيدوا ربط هذا الجهاز</translation>
    </message>
    <message>
        <source>Tickets are not given yet</source>
        <translation>لم يبدأ إصدار التذاكر بعد</translation>
    </message>
    <message>
        <source>Please come back when tickets begin</source>
        <translation>يُرجى العودة عند بدء إصدار التذاكر</translation>
    </message>
    <message>
        <source>No more tickets today</source>
        <translation>انتهى إصدار التذاكر لهذا اليوم</translation>
    </message>
    <message>
        <source>Everyone who holds a ticket will be served. See you on the next working day</source>
        <translation>سيُخدم كل من يحمل تذكرة. نلقاكم في يوم العمل القادم</translation>
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
        <translation>نكون معكم بعد قليل</translation>
    </message>
    <message>
        <source>Staff are checking today&apos;s date. Please ask at reception</source>
        <translation>يتحقق الموظفون من تاريخ اليوم. يُرجى مراجعة الاستقبال</translation>
    </message>
    <message>
        <source>The paper is being changed</source>
        <translation>جارٍ تبديل ورق الطابعة</translation>
    </message>
    <message>
        <source>Please take your ticket at reception. Staff have been told</source>
        <translation>يُرجى أخذ تذكرتك من الاستقبال. أُبلغ الموظفون بذلك</translation>
    </message>
    <message>
        <source>The printer is open</source>
        <translation>غطاء الطابعة مفتوح</translation>
    </message>
    <message>
        <source>This device goes on by itself once the cover is closed</source>
        <translation>يعود الجهاز إلى العمل تلقائيًا بعد إغلاق الغطاء</translation>
    </message>
    <message>
        <source>This device is out of service</source>
        <translation>هذا الجهاز خارج الخدمة</translation>
    </message>
    <message>
        <source>Touch the button below to start again</source>
        <translation>اضغط الزر أدناه للبدء من جديد</translation>
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
        <source>This service is for other visitors</source>
        <translation>هذه الخدمة مخصصة لفئة أخرى من المراجعين</translation>
    </message>
    <message>
        <source>Please choose another service or ask at reception</source>
        <translation>يُرجى اختيار خدمة أخرى أو مراجعة الاستقبال</translation>
    </message>
    <message>
        <source>Tickets are not given now</source>
        <translation>لا تُصدر التذاكر الآن</translation>
    </message>
    <message>
        <source>No ticket could be given</source>
        <translation>تعذّر إصدار تذكرة</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>Nobody is waiting</source>
        <translation>لا أحد في الانتظار</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) waiting</source>
        <extracomment>On a service tile; at most 24 characters.</extracomment>
        <translation>
            <numerusform>لا أحد في الانتظار</numerusform>
            <numerusform>شخص واحد في الانتظار</numerusform>
            <numerusform>شخصان في الانتظار</numerusform>
            <numerusform>%n أشخاص في الانتظار</numerusform>
            <numerusform>%n شخصًا في الانتظار</numerusform>
            <numerusform>%n شخص في الانتظار</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Up to %n minute(s)</source>
        <extracomment>On a service tile and on the ticket screen; at most 26 characters.</extracomment>
        <translation>
            <numerusform>دون انتظار</numerusform>
            <numerusform>حتى دقيقة واحدة</numerusform>
            <numerusform>حتى دقيقتين</numerusform>
            <numerusform>حتى %n دقائق</numerusform>
            <numerusform>حتى %n دقيقة</numerusform>
            <numerusform>حتى %n دقيقة</numerusform>
        </translation>
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
        <source>This screen starts anew in %n second(s)</source>
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
        <source>Who is the service for?</source>
        <translation>ما صفة المراجع؟</translation>
    </message>
    <message>
        <source>How can we help you?</source>
        <translation>كيف يمكننا خدمتكم؟</translation>
    </message>
    <message>
        <source>Touch the group your service belongs to</source>
        <translation>اضغط على مجموعة الخدمات المطلوبة</translation>
    </message>
    <message>
        <source>Touch the service you came for</source>
        <translation>اضغط على الخدمة المطلوبة</translation>
    </message>
    <message>
        <source>Not offered now</source>
        <translation>غير متاحة الآن</translation>
    </message>
    <message>
        <source>Other services</source>
        <translation>خدمات أخرى</translation>
    </message>
</context>
<context>
    <name>TicketScreen</name>
    <message>
        <source>Priority service</source>
        <translation>أولوية الخدمة</translation>
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
        <source>Scan to follow your turn on your phone</source>
        <translation>امسح الرمز لمتابعة دورك من هاتفك</translation>
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
        <translation>اختر اللغة لأخذ تذكرة</translation>
    </message>
</context>
</TS>
