<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>BarFace</name>
    <message>
        <source>Training</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>في استراحة</translation>
    </message>
    <message>
        <source>The counter is free</source>
        <translation>النافذة متاحة</translation>
    </message>
    <message>
        <source>No connection for {time}</source>
        <translation>انقطع الاتصال منذ {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>لا يوجد منتظرون</numerusform>
            <numerusform>مراجع واحد في الانتظار</numerusform>
            <numerusform>مراجعان في الانتظار</numerusform>
            <numerusform>%n مراجعين في الانتظار</numerusform>
            <numerusform>%n مراجعًا في الانتظار</numerusform>
            <numerusform>%n مراجع في الانتظار</numerusform>
        </translation>
    </message>
    <message>
        <source>The break is over by {time}</source>
        <translation>تجاوزت الاستراحة مدتها بمقدار {time}</translation>
    </message>
    <message>
        <source>{time} of the break left</source>
        <translation>بقي من الاستراحة {time}</translation>
    </message>
</context>
<context>
    <name>ChoiceSheetView</name>
    <message>
        <source>Move with the up and down keys, choose with Enter.</source>
        <translation>التنقل بمفتاحي السهم، والاختيار بمفتاح Enter.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مفتاح المسافة</translation>
    </message>
    <message>
        <source>{service} (waits for another counter)</source>
        <translation>{service} (ينتظر نافذة أخرى)</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>أقل من دقيقة</numerusform>
            <numerusform>دقيقة واحدة</numerusform>
            <numerusform>دقيقتان</numerusform>
            <numerusform>%n دقائق</numerusform>
            <numerusform>%n دقيقة</numerusform>
            <numerusform>%n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>Add its number, a phone number or another request</source>
        <translation>إضافة رقمه أو رقم هاتف أو طلب آخر</translation>
    </message>
    <message>
        <source>Only you serve now: {services}. Tell the hall head before you go.</source>
        <translation>أنت وحدك تقدّم الآن: {services}. أبلغ مشرف القاعة قبل أن تغادر.</translation>
    </message>
    <message>
        <source>Colleagues can serve too: {services}</source>
        <translation>يقدّمها زملاؤك أيضًا: {services}</translation>
    </message>
    <message numerus="yes">
        <source>{service}: %n colleague(s) at prayer or about to go, the first is due back at {time}</source>
        <translation>
            <numerusform>{service}: لا زملاء في الصلاة ولا في طريقهم إليها، والمتوقع رجوع أولهم الساعة {time}</numerusform>
            <numerusform>{service}: زميل واحد في الصلاة أو في طريقه إليها، والمتوقع رجوعه الساعة {time}</numerusform>
            <numerusform>{service}: زميلان في الصلاة أو في طريقهما إليها، والمتوقع رجوع أولهما الساعة {time}</numerusform>
            <numerusform>{service}: %n زملاء في الصلاة أو في طريقهم إليها، والمتوقع رجوع أولهم الساعة {time}</numerusform>
            <numerusform>{service}: %n زميلًا في الصلاة أو في طريقهم إليها، والمتوقع رجوع أولهم الساعة {time}</numerusform>
            <numerusform>{service}: %n زميل في الصلاة أو في طريقهم إليها، والمتوقع رجوع أولهم الساعة {time}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{service}: %n colleague(s) at prayer or about to go</source>
        <translation>
            <numerusform>{service}: لا زملاء في الصلاة ولا في طريقهم إليها</numerusform>
            <numerusform>{service}: زميل واحد في الصلاة أو في طريقه إليها</numerusform>
            <numerusform>{service}: زميلان في الصلاة أو في طريقهما إليها</numerusform>
            <numerusform>{service}: %n زملاء في الصلاة أو في طريقهم إليها</numerusform>
            <numerusform>{service}: %n زميلًا في الصلاة أو في طريقهم إليها</numerusform>
            <numerusform>{service}: %n زميل في الصلاة أو في طريقهم إليها</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n colleague(s) on a break now</source>
        <translation>
            <numerusform>لا زملاء في استراحة الآن</numerusform>
            <numerusform>زميل واحد في استراحة الآن</numerusform>
            <numerusform>زميلان في استراحة الآن</numerusform>
            <numerusform>%n زملاء في استراحة الآن</numerusform>
            <numerusform>%n زميلًا في استراحة الآن</numerusform>
            <numerusform>%n زميل في استراحة الآن</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) so far</source>
        <translation>
            <numerusform>لا طلبات حتى الآن</numerusform>
            <numerusform>طلب واحد حتى الآن</numerusform>
            <numerusform>طلبان حتى الآن</numerusform>
            <numerusform>%n طلبات حتى الآن</numerusform>
            <numerusform>%n طلبًا حتى الآن</numerusform>
            <numerusform>%n طلب حتى الآن</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComplaintTakenDialog</name>
    <message>
        <source>The complaint is registered</source>
        <translation>سُجِّلت الشكوى</translation>
    </message>
    <message>
        <source>The suggestion is registered</source>
        <translation>سُجِّل المقترح</translation>
    </message>
    <message>
        <source>Give the visitor the paper with the number. Reception can check the status with it at any time.</source>
        <translation>سلّم المراجع الورقة التي عليها الرقم، ويمكنه متابعته لدى الاستقبال في أي وقت.</translation>
    </message>
    <message>
        <source>Write the number down for the visitor. Reception can check the status with it at any time.</source>
        <translation>دوّن هذا الرقم للمراجع، ويمكنه متابعته لدى الاستقبال في أي وقت.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مفتاح المسافة</translation>
    </message>
</context>
<context>
    <name>CounterBar</name>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>CounterWindow</name>
    <message>
        <source>Counter {n}</source>
        <translation>النافذة {n}</translation>
    </message>
    <message>
        <source>Something went wrong in this program</source>
        <translation>حدث خلل في هذا البرنامج</translation>
    </message>
    <message>
        <source>It restarts automatically in a moment. Nothing is lost.</source>
        <translation>سيُعاد تشغيله تلقائيًا بعد لحظات. لم يُفقد شيء.</translation>
    </message>
</context>
<context>
    <name>DayLines</name>
    <message>
        <source>Served today</source>
        <translation>تمت خدمتهم اليوم</translation>
    </message>
    <message>
        <source>Median serving time</source>
        <translation>وسيط مدة الخدمة</translation>
    </message>
    <message>
        <source>Median wait before your call</source>
        <translation>وسيط الانتظار قبل ندائك</translation>
    </message>
    <message>
        <source>No-shows</source>
        <translation>لم يحضروا</translation>
    </message>
    <message>
        <source>Satisfied visitors</source>
        <translation>مراجعون راضون عن الخدمة</translation>
    </message>
</context>
<context>
    <name>EnquiriesDialog</name>
    <message>
        <source>Open enquiries</source>
        <translation>الاستفسارات المفتوحة</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>No open enquiries. To record one, open More (F7).</source>
        <translation>لا توجد استفسارات مفتوحة. لتسجيل استفسار افتح «المزيد» (F7).</translation>
    </message>
    <message>
        <source>Question: {text}</source>
        <translation>السؤال: {text}</translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation>الإجابة: {text}</translation>
    </message>
    <message>
        <source>Call back: {phone}</source>
        <translation>الاتصال على الرقم: {phone}</translation>
    </message>
    <message>
        <source>Getting the phone number…</source>
        <translation>جارٍ عرض رقم الهاتف…</translation>
    </message>
    <message>
        <source>No phone number is stored for it any more.</source>
        <translation>لم يعد لهذا الاستفسار رقم هاتف محفوظ.</translation>
    </message>
    <message>
        <source>Open: {n}</source>
        <translation>المفتوحة: {n}</translation>
    </message>
    <message>
        <source>oldest: {time}</source>
        <translation>أقدمها منذ {time}</translation>
    </message>
    <message>
        <source>shown: {first} to {last}</source>
        <translation>المعروض: من {first} إلى {last}</translation>
    </message>
</context>
<context>
    <name>EnquiryTextDialog</name>
    <message>
        <source>Question: {text}</source>
        <translation>السؤال: {text}</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Number on the receipt. For a request of this hall, the last eight digits are enough</source>
        <translation>الرقم الذي على الإيصال. تكفي آخر ثماني خانات لطلب من هذه القاعة</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Find a request</source>
        <translation>البحث عن طلب</translation>
    </message>
    <message>
        <source>Registered on {day}</source>
        <translation>سُجّل في {day}</translation>
    </message>
    <message>
        <source>Refer by {day}</source>
        <translation>آخر موعد للإحالة {day}</translation>
    </message>
    <message>
        <source>On the receipt: {day}</source>
        <translation>في الإيصال: {day}</translation>
    </message>
    <message>
        <source>A holiday may change this date.</source>
        <translation>قد يتغيّر الموعد إن أُعلنت إجازة.</translation>
    </message>
    <message>
        <source>No reply yet.</source>
        <translation>لا يوجد رد بعد.</translation>
    </message>
    <message>
        <source>Reply: {text}</source>
        <translation>الرد: {text}</translation>
    </message>
    <message>
        <source>Reply of {day}: {text}</source>
        <translation>الرد بتاريخ {day}: {text}</translation>
    </message>
    <message>
        <source>From another hall ({hall}), as recorded at the centre at {time}</source>
        <translation>من قاعة أخرى ({hall})، حسب بيانات النظام المركزي في {time}</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Counter {n}</source>
        <translation>النافذة {n}</translation>
    </message>
    <message>
        <source>Served today: {n}</source>
        <translation>من خدمتهم اليوم: {n}</translation>
    </message>
    <message>
        <source>On a break: {reason}, {time} left</source>
        <translation>في استراحة: {reason}، بقي {time}</translation>
    </message>
    <message>
        <source>On a break: {reason}, for {time}</source>
        <translation>في استراحة: {reason}، منذ {time}</translation>
    </message>
</context>
<context>
    <name>MissingDialog</name>
    <message>
        <source>Another document</source>
        <translation>مستند آخر</translation>
    </message>
    <message>
        <source>Missing document</source>
        <translation>المستند الناقص</translation>
    </message>
    <message>
        <source>As printed on the visitor&apos;s paper</source>
        <translation>كما يُكتب على ورقة المراجع</translation>
    </message>
    <message>
        <source>Finish and give the code</source>
        <translation>إنهاء وإعطاء الرمز</translation>
    </message>
    <message>
        <source>Which documents are missing?</source>
        <translation>ما المستندات الناقصة؟</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Six digits: not one digit or group again and again (111111, 123123), and not in a row (123456).</source>
        <translation>ستة أرقام لا تكرّر رقمًا أو مجموعة أرقام (111111 أو 123123)، وغير متتالية (123456).</translation>
    </message>
    <message>
        <source>Old PIN</source>
        <translation>الرقم السري الحالي</translation>
    </message>
    <message>
        <source>New PIN</source>
        <translation>الرقم السري الجديد</translation>
    </message>
    <message>
        <source>New PIN again</source>
        <translation>الرقم السري الجديد مرة أخرى</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>تغيير الرقم السري</translation>
    </message>
</context>
<context>
    <name>PracticeBand</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>You have completed all steps. You can continue to practise.</source>
        <translation>اكتملت جميع الخطوات. يمكنك مواصلة التدريب.</translation>
    </message>
    <message>
        <source>Practice visitors keep coming. Nothing is recorded.</source>
        <translation>يستمر حضور مراجعين افتراضيين، ولا يُسجَّل شيء من هذا.</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>الخطوة {n} من {all}</translation>
    </message>
    <message>
        <source>The PIN for training is {pin}.</source>
        <translation>الرقم السري في التدريب هو {pin}.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>تدريب</translation>
    </message>
</context>
<context>
    <name>QuantityRow</name>
    <message>
        <source>Transactions done: {n}</source>
        <translation>المعاملات المنجزة: {n}</translation>
    </message>
</context>
<context>
    <name>RegisteredDialog</name>
    <message>
        <source>Refer by {day}</source>
        <translation>آخر موعد للإحالة {day}</translation>
    </message>
    <message>
        <source>A holiday may change this date.</source>
        <translation>قد يتغيّر الموعد إن أُعلنت إجازة.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مفتاح المسافة</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) registered</source>
        <translation>
            <numerusform>لم يُسجَّل طلب</numerusform>
            <numerusform>سُجّل طلب واحد</numerusform>
            <numerusform>سُجّل طلبان</numerusform>
            <numerusform>سُجّلت %n طلبات</numerusform>
            <numerusform>سُجّل %n طلبًا</numerusform>
            <numerusform>سُجّل %n طلب</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is printed: this is training.</source>
        <translation>لا يُطبع شيء: هذا تدريب.</translation>
    </message>
    <message>
        <source>The printer of this counter prints the receipt.</source>
        <translation>تطبع طابعة هذه النافذة الإيصال.</translation>
    </message>
    <message>
        <source>The receipt is printed at {kiosk}.</source>
        <translation>يُطبع الإيصال في {kiosk}.</translation>
    </message>
    <message>
        <source>No kiosk can print the receipt now. Write the number down for the visitor.</source>
        <translation>لا يمكن لأي جهاز تذاكر طباعة الإيصال الآن. اكتب الرقم للمراجع.</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Urgent: can be decided in the hall</source>
        <translation>عاجل (يمكن البتّ فيه في القاعة)</translation>
    </message>
    <message>
        <source>Another request</source>
        <translation>طلب آخر</translation>
    </message>
    <message>
        <source>Register and finish</source>
        <translation>تسجيل وإنهاء الخدمة</translation>
    </message>
    <message>
        <source>Number in the ministry&apos;s system, if any. It is shown to the visitor</source>
        <translation>رقمه في نظام الوزارة إن وُجد، ويظهر للمراجع</translation>
    </message>
    <message>
        <source>Subject in a few words, without names</source>
        <translation>الموضوع باختصار، دون أسماء</translation>
    </message>
    <message>
        <source>Mobile number for the reply, only with the visitor&apos;s consent</source>
        <translation>رقم محمول لإبلاغ الرد، بموافقة المراجع فقط</translation>
    </message>
    <message>
        <source>Registered with it:</source>
        <translation>يُسجَّل معه:</translation>
    </message>
</context>
<context>
    <name>ReturnCodeDialog</name>
    <message>
        <source>Valid until {day}</source>
        <translation>صالح حتى {day}</translation>
    </message>
    <message>
        <source>Missing: {documents}</source>
        <translation>الناقص: {documents}</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مفتاح المسافة</translation>
    </message>
    <message>
        <source>Return code</source>
        <translation>رمز العودة</translation>
    </message>
    <message>
        <source>The printer of this counter prints it.</source>
        <translation>تطبعه طابعة هذه النافذة.</translation>
    </message>
    <message>
        <source>It is printed at {kiosk}.</source>
        <translation>يُطبع في {kiosk}.</translation>
    </message>
    <message>
        <source>No kiosk can print it now. Write the code down for the visitor.</source>
        <translation>لا يمكن لأي جهاز تذاكر طباعته الآن. اكتب الرمز للمراجع.</translation>
    </message>
</context>
<context>
    <name>RowPainter</name>
    <message>
        <source>postponed</source>
        <translation>مؤجَّل مؤقتًا</translation>
    </message>
    <message>
        <source>reminder due</source>
        <translation>حان موعد التذكير</translation>
    </message>
    <message>
        <source>reminder in {time}</source>
        <translation>التذكير بعد {time}</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Find a request</source>
        <translation>متابعة طلب برقمه</translation>
    </message>
    <message>
        <source>Find number</source>
        <translation>البحث عن رقم</translation>
    </message>
    <message>
        <source>Type the digits of the ticket.</source>
        <translation>اكتب أرقام التذكرة.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
    <message>
        <source>No visitor has this number today. Check the digits on the ticket.</source>
        <translation>لا يوجد هذا الرقم اليوم. تحقق من أرقام التذكرة.</translation>
    </message>
    <message>
        <source>You have a visitor. Finish the visit, put it on hold or return it to the queue before calling another.</source>
        <translation>عند نافذتك مراجع. أنهِ مراجعته أو علّقها أو أعدها إلى الانتظار قبل نداء غيره.</translation>
    </message>
</context>
<context>
    <name>SheetFrame</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
</context>
<context>
    <name>SignInScreen</name>
    <message>
        <source>To sign in, choose your name first</source>
        <translation>لتسجيل الدخول، اختر اسمك أولًا</translation>
    </message>
    <message>
        <source>To sign in, enter your PIN</source>
        <translation>لتسجيل الدخول، أدخل الرقم السري</translation>
    </message>
    <message>
        <source>Reconnecting. You can sign in when the connection is back.</source>
        <translation>جارٍ إعادة الاتصال. يمكنك تسجيل الدخول بعد عودته.</translation>
    </message>
    <message>
        <source>Counter {n}</source>
        <translation>النافذة {n}</translation>
    </message>
    <message>
        <source>Choose your name</source>
        <translation>اختر اسمك</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>الرقم السري</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
</context>
<context>
    <name>TargetList</name>
    <message>
        <source>Nothing has this name. Type another name, or fewer letters.</source>
        <translation>لا شيء بهذا الاسم. اكتب اسمًا آخر أو حروفًا أقل.</translation>
    </message>
</context>
<context>
    <name>TransferDialog</name>
    <message>
        <source>To transfer, choose where to first</source>
        <translation>للتحويل، اختر الجهة أولًا</translation>
    </message>
    <message>
        <source>To transfer, choose a reason first</source>
        <translation>للتحويل، اختر السبب أولًا</translation>
    </message>
    <message>
        <source>Return to me afterwards</source>
        <translation>إعادته إليّ بعد ذلك</translation>
    </message>
    <message>
        <source>Type a name or use the arrow keys. A digit transfers at once.</source>
        <translation>اكتب الاسم أو استخدم الأسهم. الضغط على رقم يحوّل فورًا.</translation>
    </message>
    <message>
        <source>Transfer {ticket}: details</source>
        <translation>تحويل {ticket}: التفاصيل</translation>
    </message>
    <message>
        <source>Transfer {ticket}: where to?</source>
        <translation>تحويل {ticket}: إلى أين؟</translation>
    </message>
    <message>
        <source>Note for the next agent (Tab)</source>
        <translation>ملاحظة للموظف التالي (Tab)</translation>
    </message>
    <message>
        <source>To {target}</source>
        <translation>إلى {target}</translation>
    </message>
    <message>
        <source>Reason (required)</source>
        <translation>السبب (مطلوب)</translation>
    </message>
    <message>
        <source>Place, reason, note</source>
        <translation>الموضع والسبب والملاحظة</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Place in the queue</source>
        <translation>الموضع في الانتظار</translation>
    </message>
</context>
<context>
    <name>VisitCardWidget</name>
    <message>
        <source>Group</source>
        <translation>مجموعة</translation>
    </message>
    <message>
        <source>Returns afterwards</source>
        <translation>يعود إلى من حوّله</translation>
    </message>
    <message>
        <source>target {time}</source>
        <translation>المدة المستهدفة {time}</translation>
    </message>
    <message>
        <source>over the target of {time}</source>
        <translation>تجاوز المدة المستهدفة {time}</translation>
    </message>
    <message>
        <source>far over the target of {time}</source>
        <translation>تجاوز كثيرًا المدة المستهدفة {time}</translation>
    </message>
    <message>
        <source>waited {time}</source>
        <translation>انتظر {time}</translation>
    </message>
    <message>
        <source>Note: {text}</source>
        <translation>ملاحظة: {text}</translation>
    </message>
    <message>
        <source>Before: {service}</source>
        <translation>سابقًا: {service}</translation>
    </message>
    <message>
        <source>counter {n}</source>
        <translation>النافذة {n}</translation>
    </message>
    <message>
        <source>served {time}</source>
        <translation>مدة الخدمة {time}</translation>
    </message>
    <message>
        <source>for {time}</source>
        <translation>منذ {time}</translation>
    </message>
    <message>
        <source>{time} over</source>
        <translation>تجاوز بمقدار {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>بقي {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) waiting for your services</source>
        <translation>
            <numerusform>لا يوجد منتظرون لخدماتك</numerusform>
            <numerusform>مراجع واحد في انتظار خدماتك</numerusform>
            <numerusform>مراجعان في انتظار خدماتك</numerusform>
            <numerusform>%n مراجعين في انتظار خدماتك</numerusform>
            <numerusform>%n مراجعًا في انتظار خدماتك</numerusform>
            <numerusform>%n مراجع في انتظار خدماتك</numerusform>
        </translation>
    </message>
    <message>
        <source>Your services: {services}</source>
        <translation>خدماتك: {services}</translation>
    </message>
    <message>
        <source>On a break</source>
        <translation>في استراحة</translation>
    </message>
    <message>
        <source>The counter is free</source>
        <translation>النافذة متاحة</translation>
    </message>
</context>
<context>
    <name>WhoSees</name>
    <message>
        <source>Only you see these figures. Nobody sees your screen: this PC sends no pictures.</source>
        <translation>هذه الأرقام تظهر لك وحدك. ولا يرى أحد شاشتك: لا يرسل هذا الحاسوب صورًا منها.</translation>
    </message>
    <message>
        <source>The hall head sees who works at which counter, breaks, late starts and calls out of order. The hall head, auditors and the centre see who served each visit.</source>
        <translation>يرى مشرف القاعة من يعمل عند كل نافذة، والاستراحات، والتأخر في بدء العمل، والنداء خارج الترتيب. ويرى مشرف القاعة والمدققون والنظام المركزي من قدّم الخدمة في كل مراجعة.</translation>
    </message>
</context>
<context>
    <name>WorkplaceView</name>
    <message>
        <source>Undo {ticket} ({time})</source>
        <translation>تراجع {ticket} ({time})</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مفتاح المسافة</translation>
    </message>
    <message>
        <source>No connection for {time}. Continue serving your visitor. Calling will return automatically.</source>
        <translation>انقطع الاتصال منذ {time}. واصل خدمة مراجعك، وسيعود النداء تلقائيًا.</translation>
    </message>
    <message>
        <source>No connection for {time}. Calling will return automatically.</source>
        <translation>انقطع الاتصال منذ {time}. لا يمكن النداء الآن، وسيعود تلقائيًا.</translation>
    </message>
</context>
<context>
    <name>counter</name>
    <message>
        <source>Call next</source>
        <translation>نداء التالي</translation>
    </message>
    <message>
        <source>Call this number</source>
        <translation>نداء هذا الرقم</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>إعادة النداء</translation>
    </message>
    <message>
        <source>Visible alert on the board</source>
        <translation>تنبيه مرئي على الشاشة</translation>
    </message>
    <message>
        <source>Call the next visitor</source>
        <translation>نداء المراجع التالي</translation>
    </message>
    <message>
        <source>Begin serving</source>
        <translation>بدء الخدمة</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>إنهاء الخدمة</translation>
    </message>
    <message>
        <source>When nobody comes</source>
        <translation>إذا لم يحضر أحد</translation>
    </message>
    <message>
        <source>Transfer, and take a break</source>
        <translation>التحويل والاستراحة</translation>
    </message>
    <message>
        <source>Choose your name with the arrow keys, type the PIN and press Enter.</source>
        <translation>اختر اسمك بمفتاحي السهم، واكتب الرقم السري، ثم اضغط Enter.</translation>
    </message>
    <message>
        <source>Press Space. The board shows and speaks the number.</source>
        <translation>اضغط مفتاح المسافة، فتعرض شاشة النداء الرقم وتنطق به.</translation>
    </message>
    <message>
        <source>The visitor is here. Press Space again.</source>
        <translation>حضر المراجع. اضغط مفتاح المسافة مرة أخرى.</translation>
    </message>
    <message>
        <source>Press Space, then choose the outcome with Space or a digit.</source>
        <translation>اضغط مفتاح المسافة، ثم حدّد النتيجة بمفتاح المسافة أو برقمها.</translation>
    </message>
    <message>
        <source>Call a visitor and repeat the call with F2.</source>
        <translation>نادِ مراجعًا وأعد النداء بالمفتاح F2.</translation>
    </message>
    <message>
        <source>If nobody comes, press F3. Undo it with F9.</source>
        <translation>لم يحضر أحد: اضغط F3. ويمكن التراجع عنه بالمفتاح F9.</translation>
    </message>
    <message>
        <source>Call a visitor, press F6 and choose where to transfer with a digit.</source>
        <translation>نادِ مراجعًا، واضغط F6، ثم اختر جهة التحويل برقمها.</translation>
    </message>
    <message>
        <source>Begin a break with F8.</source>
        <translation>ابدأ استراحة بالمفتاح F8.</translation>
    </message>
    <message>
        <source>End the break with F8.</source>
        <translation>أنهِها بالمفتاح F8.</translation>
    </message>
    <message>
        <source>No-show</source>
        <translation>لم يحضر</translation>
    </message>
    <message>
        <source>Return to queue</source>
        <translation>إعادة إلى الانتظار</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>تعليق مؤقت</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Serve without a ticket</source>
        <translation>خدمة بلا تذكرة</translation>
    </message>
    <message>
        <source>Next service</source>
        <translation>الخدمة التالية</translation>
    </message>
    <message>
        <source>Record enquiry</source>
        <translation>تسجيل استفسار</translation>
    </message>
    <message>
        <source>Open enquiries</source>
        <translation>الاستفسارات المفتوحة</translation>
    </message>
    <message>
        <source>Enter answer</source>
        <translation>إدخال الإجابة</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>إحالة</translation>
    </message>
    <message>
        <source>Show phone number</source>
        <translation>عرض رقم الهاتف</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Complaint or suggestion</source>
        <translation>شكوى أو مقترح</translation>
    </message>
    <message>
        <source>Find number</source>
        <translation>البحث عن رقم</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>إعادة الطباعة</translation>
    </message>
    <message>
        <source>Cancel break</source>
        <translation>إلغاء الاستراحة</translation>
    </message>
    <message>
        <source>Give priority</source>
        <translation>منح الأولوية</translation>
    </message>
    <message>
        <source>Remove priority</source>
        <translation>سحب الأولوية</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>استراحة</translation>
    </message>
    <message>
        <source>Resume work</source>
        <translation>استئناف العمل</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>تسجيل الخروج</translation>
    </message>
    <message>
        <source>Call for help</source>
        <translation>طلب المساعدة</translation>
    </message>
    <message>
        <source>Cancel help call</source>
        <translation>إلغاء طلب المساعدة</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>تدريب</translation>
    </message>
    <message>
        <source>Leave training</source>
        <translation>إنهاء التدريب</translation>
    </message>
    <message>
        <source>My figures today</source>
        <translation>أرقامي اليوم</translation>
    </message>
    <message>
        <source>Register a request</source>
        <translation>تسجيل طلب</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>تغيير الرقم السري</translation>
    </message>
    <message>
        <source>Compact view</source>
        <translation>الشريط المصغّر</translation>
    </message>
    <message>
        <source>Full view</source>
        <translation>النافذة الكاملة</translation>
    </message>
    <message>
        <source>العربية</source>
        <translation>English</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>Called</source>
        <translation>نودي</translation>
    </message>
    <message>
        <source>Being served</source>
        <translation>قيد الخدمة</translation>
    </message>
    <message>
        <source>has waited {time}</source>
        <translation>ينتظر منذ {time}</translation>
    </message>
    <message>
        <source>called to counter {counter}</source>
        <translation>نودي إلى النافذة {counter}</translation>
    </message>
    <message>
        <source>being served at counter {counter}</source>
        <translation>يُخدم عند النافذة {counter}</translation>
    </message>
    <message>
        <source>on hold at counter {counter} for {time}</source>
        <translation>معلّق عند النافذة {counter} منذ {time}</translation>
    </message>
    <message>
        <source>missed the call {time} ago</source>
        <translation>فاته النداء قبل {time}</translation>
    </message>
    <message>
        <source>finished {time} ago</source>
        <translation>انتهت خدمته قبل {time}</translation>
    </message>
    <message>
        <source>cancelled {time} ago</source>
        <translation>أُلغيت تذكرته قبل {time}</translation>
    </message>
    <message>
        <source>carried over to the next working day</source>
        <translation>رُحِّل إلى يوم العمل التالي</translation>
    </message>
    <message>
        <source>ended when the day closed</source>
        <translation>انتهت مراجعته بإغلاق اليوم</translation>
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
        <source>Non-resident</source>
        <translation>زائر</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>شركة</translation>
    </message>
    <message>
        <source>Government body</source>
        <translation>جهة حكومية</translation>
    </message>
    <message>
        <source>Investor or developer</source>
        <translation>مستثمر أو مطور عقاري</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>عادي</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>أولوية</translation>
    </message>
    <message>
        <source>Premium</source>
        <translation>مميزة</translation>
    </message>
    <message>
        <source>Appointment</source>
        <translation>موعد</translation>
    </message>
    <message>
        <source>Returning</source>
        <translation>عائد</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>أُنجزت المعاملة</translation>
    </message>
    <message>
        <source>Request registered</source>
        <translation>سُجِّل الطلب</translation>
    </message>
    <message>
        <source>Documents missing</source>
        <translation>نقص في المستندات</translation>
    </message>
    <message>
        <source>Referred to the directorate concerned</source>
        <translation>أُحيل إلى الجهة المختصة</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>أُلغي</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>الانتظار</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>المعلّقة</translation>
    </message>
    <message>
        <source>No-shows</source>
        <translation>لم يحضروا</translation>
    </message>
    <message>
        <source>Nobody is waiting for your services.</source>
        <translation>لا يوجد منتظرون لخدماتك.</translation>
    </message>
    <message>
        <source>No visits on hold at your counter.</source>
        <translation>لا توجد مراجعات معلّقة عند نافذتك.</translation>
    </message>
    <message>
        <source>No missed calls today.</source>
        <translation>لا يوجد من فاته النداء اليوم.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>الخدمات</translation>
    </message>
    <message>
        <source>Counters</source>
        <translation>النوافذ</translation>
    </message>
    <message>
        <source>Agents</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>Front of the queue</source>
        <translation>أول المنتظرين</translation>
    </message>
    <message>
        <source>By time of issue</source>
        <translation>حسب وقت إصدار التذكرة</translation>
    </message>
    <message>
        <source>End of the queue</source>
        <translation>آخر المنتظرين</translation>
    </message>
    <message>
        <source>In the hall</source>
        <translation>في القاعة</translation>
    </message>
    <message>
        <source>Call centre line</source>
        <translation>مركز الاتصال</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>البريد الإلكتروني</translation>
    </message>
    <message>
        <source>The ministry&apos;s platform</source>
        <translation>منصة الوزارة</translation>
    </message>
    <message>
        <source>Social media account</source>
        <translation>حسابات التواصل الاجتماعي</translation>
    </message>
    <message>
        <source>No answer yet: save as open</source>
        <translation>لا إجابة بعد: حفظه مفتوحًا</translation>
    </message>
    <message>
        <source>Yes, close the enquiry</source>
        <translation>نعم، يُغلق الاستفسار</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>شكوى</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>مقترح</translation>
    </message>
    <message>
        <source>Prayer</source>
        <translation>الصلاة</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>وجبة</translation>
    </message>
    <message>
        <source>Personal</source>
        <translation>أمر شخصي</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>اجتماع</translation>
    </message>
    <message>
        <source>Another reason</source>
        <translation>سبب آخر</translation>
    </message>
    <message>
        <source>Asked by the hall head</source>
        <translation>بطلب من مشرف القاعة</translation>
    </message>
    <message>
        <source>Ticket for another service</source>
        <translation>التذكرة لخدمة أخرى</translation>
    </message>
    <message>
        <source>Left and came back</source>
        <translation>خرج المراجع ثم عاد</translation>
    </message>
    <message>
        <source>Needs special care</source>
        <translation>يحتاج إلى عناية خاصة</translation>
    </message>
    <message>
        <source>The visitor asked</source>
        <translation>طلبها المراجع</translation>
    </message>
    <message>
        <source>Staff saw the need</source>
        <translation>لاحظها الموظف</translation>
    </message>
    <message>
        <source>Ticket of the wrong type</source>
        <translation>صدرت التذكرة في مسار خاطئ</translation>
    </message>
    <message>
        <source>Continue to another service</source>
        <translation>متابعة إلى خدمة أخرى</translation>
    </message>
    <message>
        <source>Without a reminder</source>
        <translation>بلا تذكير</translation>
    </message>
    <message>
        <source>Duration not known</source>
        <translation>المدة غير معروفة</translation>
    </message>
    <message>
        <source>Start the break anyway</source>
        <translation>بدء الاستراحة مع ذلك</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Yes, sign out</source>
        <translation>نعم، تسجيل الخروج</translation>
    </message>
    <message>
        <source>Already in the ministry&apos;s system</source>
        <translation>مسجّل في نظام الوزارة</translation>
    </message>
    <message>
        <source>Finish without another request</source>
        <translation>إنهاء دون طلب آخر</translation>
    </message>
    <message>
        <source>How did the service end?</source>
        <translation>كيف انتهت الخدمة؟</translation>
    </message>
    <message>
        <source>Reason for the break</source>
        <translation>سبب الاستراحة</translation>
    </message>
    <message>
        <source>Duration of the break</source>
        <translation>مدة الاستراحة</translation>
    </message>
    <message>
        <source>Visitors are waiting. Start the break anyway?</source>
        <translation>هناك مراجعون ينتظرون. هل تبدأ الاستراحة مع ذلك؟</translation>
    </message>
    <message>
        <source>Colleagues are at prayer. Go now or wait?</source>
        <translation>زملاؤك في الصلاة. هل تذهب الآن أم تنتظر؟</translation>
    </message>
    <message>
        <source>Put this visit on hold: remind me after</source>
        <translation>تعليق المراجعة مؤقتًا: موعد التذكير</translation>
    </message>
    <message>
        <source>Which service comes next?</source>
        <translation>ما الخدمة التالية؟</translation>
    </message>
    <message>
        <source>Visitor without a ticket: choose the service</source>
        <translation>خدمة بلا تذكرة: اختر الخدمة</translation>
    </message>
    <message>
        <source>Reason for service without a ticket</source>
        <translation>سبب الخدمة بلا تذكرة</translation>
    </message>
    <message>
        <source>Reason for calling this number out of order</source>
        <translation>سبب نداء هذا الرقم خارج الترتيب</translation>
    </message>
    <message>
        <source>This visitor has reached the return limit. Reason for another return</source>
        <translation>بلغ هذا المراجع حد الإعادة. سبب إعادته إلى الانتظار</translation>
    </message>
    <message>
        <source>Reason for giving priority</source>
        <translation>سبب منح الأولوية</translation>
    </message>
    <message>
        <source>Reason for removing priority</source>
        <translation>سبب سحب الأولوية</translation>
    </message>
    <message>
        <source>Sign out of this counter?</source>
        <translation>تسجيل الخروج من هذه النافذة؟</translation>
    </message>
    <message>
        <source>Topic of the enquiry</source>
        <translation>موضوع الاستفسار</translation>
    </message>
    <message>
        <source>Channel of the enquiry</source>
        <translation>قناة الاستفسار</translation>
    </message>
    <message>
        <source>The enquiry stays open. Choose its channel</source>
        <translation>يبقى الاستفسار مفتوحًا. اختر قناته</translation>
    </message>
    <message>
        <source>Does the person have the answer?</source>
        <translation>هل وصلت الإجابة إلى صاحب الاستفسار؟</translation>
    </message>
    <message>
        <source>Complaint or suggestion?</source>
        <translation>شكوى أم مقترح؟</translation>
    </message>
    <message>
        <source>Topic of the request</source>
        <translation>موضوع الطلب</translation>
    </message>
    <message>
        <source>Directorate</source>
        <translation>الجهة المختصة</translation>
    </message>
    <message>
        <source>registered, not referred yet</source>
        <translation>سُجِّل ولم يُحل بعد</translation>
    </message>
    <message>
        <source>referred to the directorate</source>
        <translation>أُحيل إلى المديرية</translation>
    </message>
    <message>
        <source>the directorate has replied</source>
        <translation>وصل رد المديرية</translation>
    </message>
    <message>
        <source>decided in the hall</source>
        <translation>بُتّ فيه في القاعة</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>سُحب</translation>
    </message>
    <message>
        <source>Counter {n}</source>
        <translation>النافذة {n}</translation>
    </message>
    <message>
        <source>{length} (usual)</source>
        <translation>{length} (المعتاد)</translation>
    </message>
    <message>
        <source>Connecting. This takes a moment.</source>
        <translation>جارٍ الاتصال بالنظام. لحظة من فضلك.</translation>
    </message>
    <message>
        <source>No response. Try again; nothing will be repeated.</source>
        <translation>لم يستجب النظام. أعد المحاولة؛ لن يُكرَّر الإجراء.</translation>
    </message>
    <message>
        <source>No visitors are waiting for your services. A new number appears automatically.</source>
        <translation>لا يوجد منتظرون لخدماتك. يظهر الرقم الجديد تلقائيًا.</translation>
    </message>
    <message>
        <source>You have just called a number. Press again to call another.</source>
        <translation>ناديت رقمًا قبل لحظات. اضغط مرة أخرى لنداء رقم آخر.</translation>
    </message>
    <message>
        <source>Reminder: {ticket} has been on hold here for {minutes}. Press 2 to see it.</source>
        <translation>تذكير: {ticket} معلّق هنا منذ {minutes}. اضغط 2 لعرضه.</translation>
    </message>
    <message>
        <source>{ticket}: the next service has begun.</source>
        <translation>{ticket}: بدأت الخدمة التالية.</translation>
    </message>
    <message>
        <source>The break is cancelled.</source>
        <translation>أُلغيت الاستراحة.</translation>
    </message>
    <message>
        <source>{ticket} returns to the agent who sent it.</source>
        <translation>{ticket} يعود إلى الموظف الذي حوّله.</translation>
    </message>
    <message>
        <source>A kiosk prints it again.</source>
        <translation>يعيد جهاز التذاكر طباعته.</translation>
    </message>
    <message>
        <source>Printed here.</source>
        <translation>طُبع هنا.</translation>
    </message>
    <message>
        <source>The printer did not confirm the paper. Check that it came out, or print again.</source>
        <translation>لم تؤكد الطابعة خروج الورقة. تحقّق منها، أو أعد الطباعة.</translation>
    </message>
    <message>
        <source>The printer of this counter does not print. Check its paper, or give the visitor the number.</source>
        <translation>طابعة هذه النافذة لا تطبع. تحقّق من ورقها أو أبلغ المراجع بالرقم.</translation>
    </message>
    <message>
        <source>Nothing is chosen yet. Choose a service, a counter or an agent.</source>
        <translation>لم تُحدَّد الجهة بعد. اختر خدمة أو نافذة أو موظفًا.</translation>
    </message>
    <message>
        <source>No row is chosen. Choose one with the arrow keys or a click.</source>
        <translation>لم يُحدَّد صف. اختر صفًا بالأسهم أو بالنقر.</translation>
    </message>
    <message>
        <source>No document is named yet. Choose it by its digit, or type it.</source>
        <translation>لم يُحدَّد مستند بعد. اختره برقمه، أو اكتبه.</translation>
    </message>
    <message>
        <source>A transfer to the front of the queue needs a reason. Choose one.</source>
        <translation>يحتاج التحويل إلى أول المنتظرين إلى سبب. اختر السبب.</translation>
    </message>
    <message>
        <source>Your session at this counter has ended. Please sign in again.</source>
        <translation>انتهت جلسة عملك عند هذه النافذة. سجّل الدخول مرة أخرى.</translation>
    </message>
    <message>
        <source>Your PIN is changed.</source>
        <translation>تغيّر رقمك السري.</translation>
    </message>
    <message>
        <source>The two new PINs are different.</source>
        <translation>الرقمان الجديدان غير متطابقين.</translation>
    </message>
    <message>
        <source>Fill in all three lines. A new PIN has six digits.</source>
        <translation>املأ الحقول الثلاثة. الرقم السري الجديد ستة أرقام.</translation>
    </message>
    <message>
        <source>{ticket} was called again.</source>
        <translation>أُعيد نداء {ticket}.</translation>
    </message>
    <message>
        <source>{ticket} flashes on the board.</source>
        <translation>يظهر {ticket} تنبيهًا مرئيًا على الشاشة.</translation>
    </message>
    <message>
        <source>{ticket} is finished.</source>
        <translation>أُنهيت خدمة {ticket}.</translation>
    </message>
    <message>
        <source>{ticket} is marked as a no-show.</source>
        <translation>سُجِّل أن {ticket} لم يحضر.</translation>
    </message>
    <message>
        <source>{ticket} is back in the queue with its original time.</source>
        <translation>أُعيد {ticket} إلى الانتظار بوقت إصداره الأول.</translation>
    </message>
    <message>
        <source>{ticket} is on hold at your counter.</source>
        <translation>عُلِّقت مراجعة {ticket} مؤقتًا عند نافذتك.</translation>
    </message>
    <message>
        <source>{ticket} is waiting again.</source>
        <translation>أُعيد {ticket} إلى الانتظار.</translation>
    </message>
    <message>
        <source>{ticket} has priority now.</source>
        <translation>مُنح الرقم {ticket} الأولوية.</translation>
    </message>
    <message>
        <source>{ticket} now waits without priority.</source>
        <translation>سُحبت الأولوية من الرقم {ticket}، وهو في الانتظار.</translation>
    </message>
    <message>
        <source>The enquiry is recorded.</source>
        <translation>سُجِّل الاستفسار.</translation>
    </message>
    <message>
        <source>The enquiry is saved as open. More (F7) lists open enquiries.</source>
        <translation>حُفظ الاستفسار مفتوحًا. الاستفسارات المفتوحة في «المزيد» (F7).</translation>
    </message>
    <message>
        <source>The answer is saved. Close the enquiry when the person has been informed.</source>
        <translation>حُفظت الإجابة. أغلق الاستفسار متى وصلت إلى صاحبه.</translation>
    </message>
    <message>
        <source>The enquiry is forwarded.</source>
        <translation>أُحيل الاستفسار.</translation>
    </message>
    <message>
        <source>The enquiry is closed.</source>
        <translation>أُغلق الاستفسار.</translation>
    </message>
    <message>
        <source>This number cannot be called. Write 8 digits, or + and the country code, or leave it empty.</source>
        <translation>لا يمكن الاتصال بهذا الرقم. اكتب 8 أرقام، أو + ورمز الدولة، أو اتركه فارغًا.</translation>
    </message>
    <message>
        <source>Messages cannot reach this number. Write a mobile number, or a foreign number with + and the country code.</source>
        <translation>لا تصل الرسائل إلى هذا الرقم. اكتب رقمًا محمولًا، أو رقمًا من الخارج مع + ورمز الدولة.</translation>
    </message>
    <message>
        <source>The request number is missing. Write it, then press Enter.</source>
        <translation>رقم الطلب غير مكتوب. اكتبه ثم اضغط Enter.</translation>
    </message>
    <message>
        <source>Nothing is written yet. Write the text, then press Enter.</source>
        <translation>لم يُكتب شيء بعد. اكتب النص ثم اضغط Enter.</translation>
    </message>
    <message>
        <source>This program is older than the system. Ask the technician for an update.</source>
        <translation>هذا البرنامج أقدم من النظام. اطلب من الفني تحديثه.</translation>
    </message>
    <message>
        <source>The next visitor is called in {seconds} s. Choose Stop if you are not ready.</source>
        <translation>يُنادى المراجع التالي بعد {seconds} ث. اختر «إيقاف» إن لم تكن مستعدًا.</translation>
    </message>
    <message>
        <source>Another program uses the keyboard shortcut {keys}. Ask the technician to choose another.</source>
        <translation>مفتاح الاختصار {keys} يستخدمه برنامج آخر. اطلب من الفني اختيار مفتاح غيره.</translation>
    </message>
    <message>
        <source>This keyboard has no key for the shortcut {keys}. Ask the technician to choose another.</source>
        <translation>لا يوجد في لوحة المفاتيح هذه زر لمفتاح الاختصار {keys}. اطلب من الفني اختيار مفتاح غيره.</translation>
    </message>
    <message>
        <source>This desktop does not support shortcuts: {keys} does not work. Use the bar or the window.</source>
        <translation>لا يدعم سطح المكتب هذا مفاتيح الاختصار العامة، فلا يعمل {keys}. استخدم الشريط أو النافذة.</translation>
    </message>
    <message>
        <source>{ticket}: undone.</source>
        <translation>{ticket}: تم التراجع.</translation>
    </message>
    <message>
        <source>{ticket} is transferred to {target}.</source>
        <translation>حُوِّل {ticket} إلى {target}.</translation>
    </message>
    <message>
        <source>The ministry&apos;s number may have only digits and Latin letters. Write it again.</source>
        <translation>رقم نظام الوزارة أرقام وحروف لاتينية فقط. اكتبه من جديد.</translation>
    </message>
    <message>
        <source>{ticket}: undone. Requests registered with it are withdrawn until you register them again.</source>
        <translation>{ticket}: تم التراجع، وسُحب ما سُجِّل معه حتى يُسجَّل مرة أخرى.</translation>
    </message>
    <message>
        <source>First day here? Sign out and press F1 for six short lessons.</source>
        <translation>اليوم الأول لك هنا؟ سجّل الخروج واضغط F1 لتدريب قصير من ست خطوات.</translation>
    </message>
    <message>
        <source>Training begins at the sign-in screen: sign out first, then press F1.</source>
        <translation>يبدأ التدريب من شاشة تسجيل الدخول: سجّل الخروج أولًا، ثم اضغط F1.</translation>
    </message>
    <message>
        <source>Nothing is printed: this is training.</source>
        <translation>لا يُطبع شيء: هذا تدريب.</translation>
    </message>
    <message>
        <source>The training has ended. Your work is real from now on.</source>
        <translation>انتهى التدريب. العمل فعلي من الآن.</translation>
    </message>
    <message>
        <source>The system has ended the training. Your work is real from now on.</source>
        <translation>أنهى النظام التدريب. العمل فعلي من الآن.</translation>
    </message>
    <message>
        <source>You are signed in at another counter. Press Enter again to move here with your visits on hold.</source>
        <translation>أنت مسجّل الدخول عند نافذة أخرى. اضغط Enter مرة أخرى للانتقال إلى هنا مع مراجعاتك المعلّقة.</translation>
    </message>
    <message>
        <source>This device is paired for another counter. Start it with that counter&apos;s number, or pair it again.</source>
        <translation>هذا الجهاز مرتبط بنافذة أخرى. شغّله برقم تلك النافذة، أو اطلب من مدير النظام ربطه من جديد.</translation>
    </message>
    <message>
        <source>The service day is closed. Calling is not possible. Sign out when your work is done.</source>
        <translation>أُغلق يوم الخدمة، ولا يمكن نداء أحد. سجّل الخروج عند انتهاء عملك.</translation>
    </message>
    <message>
        <source>The service day is closed. Sign in when the hall head opens it.</source>
        <translation>يوم الخدمة مغلق. سجّل الدخول عندما يفتحه مشرف القاعة.</translation>
    </message>
    <message>
        <source>The hall head is asked to come to your counter. F10 cancels this.</source>
        <translation>طُلب حضور مشرف القاعة إلى نافذتك. للإلغاء اضغط F10.</translation>
    </message>
    <message>
        <source>Your break begins when this visit ends.</source>
        <translation>تبدأ استراحتك عند انتهاء هذه المراجعة.</translation>
    </message>
    <message>
        <source>You called {ticket} {minutes} ago. Press Space when the visitor is here.</source>
        <translation>ناديت {ticket} قبل {minutes}. اضغط مفتاح المسافة عند حضور المراجع.</translation>
    </message>
    <message>
        <source>{ticket} has been served for {minutes}. Finish the visit if it is done.</source>
        <translation>{ticket} قيد الخدمة منذ {minutes}. أنهِ الخدمة إن انتهت.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) does not support global shortcuts: {keys} does not work. Use the bar or the window.</source>
        <translation>لا يدعم سطح المكتب هذا (Wayland) مفاتيح الاختصار العامة، فلا يعمل {keys}. استخدم الشريط أو النافذة.</translation>
    </message>
    <message>
        <source>Visit without a ticket</source>
        <translation>مراجعة بلا تذكرة</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>أقل من دقيقة</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} د</translation>
    </message>
    <message>
        <source>{h} h {n} min</source>
        <translation>{h} س {n} د</translation>
    </message>
    <message>
        <source>Kiosk {n}</source>
        <translation>جهاز التذاكر {n}</translation>
    </message>
    <message>
        <source>not answered yet</source>
        <translation>لم يُجب عنه بعد</translation>
    </message>
    <message>
        <source>forwarded to {to}</source>
        <translation>أُحيل إلى {to}</translation>
    </message>
    <message>
        <source>answered, person to be informed</source>
        <translation>أُجيب عنه، ولم يُبلَّغ صاحبه</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>الاستفسار</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>الإجابة</translation>
    </message>
    <message>
        <source>Who will answer</source>
        <translation>الجهة المكلّفة بالرد</translation>
    </message>
    <message>
        <source>Text of the complaint or suggestion</source>
        <translation>نص الشكوى أو المقترح</translation>
    </message>
    <message>
        <source>Phone number to call back</source>
        <translation>رقم هاتف لمعاودة الاتصال</translation>
    </message>
    <message>
        <source>Briefly, without names or phone numbers</source>
        <translation>باختصار، دون أسماء أو أرقام هواتف</translation>
    </message>
    <message>
        <source>As the person will hear it</source>
        <translation>بالصيغة التي تُبلَّغ لصاحب الاستفسار</translation>
    </message>
    <message>
        <source>A colleague, a directorate or a section</source>
        <translation>زميل أو مديرية أو قسم</translation>
    </message>
    <message>
        <source>In the visitor&apos;s words, without names or phone numbers</source>
        <translation>حسب كلام المراجع، دون أسماء أو أرقام هواتف</translation>
    </message>
    <message>
        <source>Only with consent. It is deleted when the answer is given. Press Enter without a number for no call back.</source>
        <translation>بموافقة صاحب الاستفسار فقط، ويُحذف الرقم عند إبلاغه بالإجابة. اضغط Enter دون رقم إن لم تلزم معاودة الاتصال.</translation>
    </message>
    <message>
        <source>Next: phone number</source>
        <translation>التالي: رقم الهاتف</translation>
    </message>
    <message>
        <source>Save as open</source>
        <translation>حفظ مفتوحًا</translation>
    </message>
    <message>
        <source>Save answer</source>
        <translation>حفظ الإجابة</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Correct answer</source>
        <translation>تصحيح الإجابة</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>You are no longer signed in. Please sign in again.</source>
        <translation>لم تعد مسجّل الدخول. سجّل الدخول مرة أخرى.</translation>
    </message>
    <message>
        <source>This counter has no permission for that. Ask the hall head.</source>
        <translation>لا يُسمح بذلك لهذه النافذة. راجع مشرف القاعة.</translation>
    </message>
    <message>
        <source>The entry was not accepted. Check it and try again.</source>
        <translation>لم يُقبل ما أُدخل. تحقق منه وأعد المحاولة.</translation>
    </message>
    <message>
        <source>This service is no longer offered. Choose another.</source>
        <translation>لم تعد هذه الخدمة متاحة. اختر غيرها.</translation>
    </message>
    <message>
        <source>This service is closed now. Choose another.</source>
        <translation>هذه الخدمة مغلقة الآن. اختر غيرها.</translation>
    </message>
    <message>
        <source>That visit belongs to an earlier day. Give the visitor a new ticket.</source>
        <translation>هذه المراجعة من يوم سابق. أعطِ المراجع تذكرة جديدة.</translation>
    </message>
    <message>
        <source>Visitors are still being served. Finish with them first.</source>
        <translation>ما زال هناك مراجعون قيد الخدمة. أنهِ خدمتهم أولًا.</translation>
    </message>
    <message>
        <source>This service needs the visitor kind. Choose it.</source>
        <translation>تتطلب هذه الخدمة صفة المراجع. اختر الصفة.</translation>
    </message>
    <message>
        <source>This service is not for this visitor kind. Choose another.</source>
        <translation>هذه الخدمة ليست لصفة هذا المراجع. اختر غيرها.</translation>
    </message>
    <message>
        <source>All numbers of this service are in use. Ask the hall head.</source>
        <translation>جميع أرقام هذه الخدمة مستخدمة. راجع مشرف القاعة.</translation>
    </message>
    <message>
        <source>No tickets left today for this service. Choose another day or service.</source>
        <translation>نفدت تذاكر هذه الخدمة لهذا اليوم. اختر يومًا آخر أو خدمة أخرى.</translation>
    </message>
    <message>
        <source>This kiosk is paused. Ask the hall head to let it work again.</source>
        <translation>جهاز التذاكر هذا موقوف مؤقتًا. اطلب من مشرف القاعة استئناف عمله.</translation>
    </message>
    <message>
        <source>This service is not served at that counter. Choose another.</source>
        <translation>هذه الخدمة لا تُقدَّم عند تلك النافذة. اختر غيرها.</translation>
    </message>
    <message>
        <source>The service day is not open yet. Ask the hall head to open it.</source>
        <translation>لم يُفتح يوم الخدمة بعد. اطلب من مشرف القاعة فتحه.</translation>
    </message>
    <message>
        <source>The date is not confirmed. Ask the hall head to confirm it.</source>
        <translation>التاريخ غير مؤكد. اطلب من مشرف القاعة تأكيده.</translation>
    </message>
    <message>
        <source>The service day is already open. Continue your work.</source>
        <translation>يوم الخدمة مفتوح بالفعل. تابع عملك.</translation>
    </message>
    <message>
        <source>The service day is closed. Ask the hall head to open it.</source>
        <translation>يوم الخدمة مغلق. اطلب من مشرف القاعة فتحه.</translation>
    </message>
    <message>
        <source>The date is already confirmed. Nothing needs to be done.</source>
        <translation>التاريخ مؤكد بالفعل. لا يلزم أي إجراء.</translation>
    </message>
    <message>
        <source>No change needed. Continue your work.</source>
        <translation>لا تغيير، فهذه هي الحالة الحالية. تابع عملك.</translation>
    </message>
    <message>
        <source>This change has ended or was undone. Check today&apos;s changes.</source>
        <translation>انتهى هذا الترتيب أو أُلغي. راجع ترتيبات اليوم.</translation>
    </message>
    <message>
        <source>This hall does not offer appointments. Issue a ticket instead.</source>
        <translation>هذه القاعة لا تعمل بالمواعيد. أصدر تذكرة بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>This topic is not in the list. Choose one from the list.</source>
        <translation>هذا الموضوع غير موجود. اختر موضوعًا من القائمة.</translation>
    </message>
    <message>
        <source>This hall does not refer to that directorate. Choose another.</source>
        <translation>لا تُحيل هذه القاعة إلى هذه المديرية. اختر غيرها.</translation>
    </message>
    <message>
        <source>This delegated power is not in the list. Choose another.</source>
        <translation>لا توجد هذه الصلاحية المفوّضة في هذه القاعة. اختر غيرها.</translation>
    </message>
    <message>
        <source>This power ended before the date of the decision. Choose one that is valid.</source>
        <translation>انتهت مدة هذه الصلاحية قبل تاريخ القرار. اختر صلاحية سارية.</translation>
    </message>
    <message>
        <source>This power is another person&apos;s. Only its holder decides by it.</source>
        <translation>هذه الصلاحية لشخص آخر. لا يبتّ بموجبها إلا صاحبها.</translation>
    </message>
    <message>
        <source>The amount is larger than this power allows. Choose another power.</source>
        <translation>المبلغ أكبر مما تسمح به هذه الصلاحية. اختر صلاحية أخرى.</translation>
    </message>
    <message>
        <source>This power has a limit. Enter the amount of the decision.</source>
        <translation>لهذه الصلاحية حد أعلى. اكتب مبلغ القرار.</translation>
    </message>
    <message>
        <source>No request has this number. Check it and try again.</source>
        <translation>لا يوجد طلب بهذا الرقم. تحقق منه وأعد المحاولة.</translation>
    </message>
    <message>
        <source>A digit of this number is wrong. Read it again from the receipt.</source>
        <translation>في هذا الرقم خانة غير صحيحة. اقرأه مرة أخرى من الإيصال.</translation>
    </message>
    <message>
        <source>This is another hall&apos;s request, and the centre cannot be reached. Try again later.</source>
        <translation>هذا طلب قاعة أخرى، والنظام المركزي غير متاح الآن. أعد المحاولة لاحقًا.</translation>
    </message>
    <message>
        <source>The request has changed. Search for it again to see its state.</source>
        <translation>تغيّرت حالة الطلب. ابحث عنه مرة أخرى لترى حالته.</translation>
    </message>
    <message>
        <source>No phone number is stored for this request any more. Ask the visitor for it.</source>
        <translation>لم يعد لهذا الطلب رقم هاتف محفوظ. اطلبه من المراجع.</translation>
    </message>
    <message>
        <source>Another request already has this ministry number. Check the number.</source>
        <translation>هذا الرقم مسجّل لطلب آخر في نظام الوزارة. تحقق من الرقم.</translation>
    </message>
    <message>
        <source>No enquiry has this number. Open the list again.</source>
        <translation>لا يوجد استفسار بهذا الرقم. افتح القائمة من جديد.</translation>
    </message>
    <message>
        <source>The enquiry has changed. Open the list again to see its state.</source>
        <translation>تغيّرت حالة الاستفسار. افتح القائمة من جديد لترى حالته.</translation>
    </message>
    <message>
        <source>No complaint or suggestion has this number. Check it and try again.</source>
        <translation>لا توجد شكوى أو مقترح بهذا الرقم. تحقق من الرقم وأعد المحاولة.</translation>
    </message>
    <message>
        <source>Its state has changed. Open it again to see what can be done.</source>
        <translation>تغيّرت الحالة. افتحها من جديد لترى ما يمكن فعله.</translation>
    </message>
    <message>
        <source>The visit is not finished yet. Answer when it is finished.</source>
        <translation>لم تنته المراجعة بعد. أجب بعد انتهائها.</translation>
    </message>
    <message>
        <source>It is too late to give or change this answer. Nothing needs to be done.</source>
        <translation>انتهت مهلة هذه الإجابة أو تعديلها. لا يلزم أي إجراء.</translation>
    </message>
    <message>
        <source>The tablet asks about another visit now. Wait until it is free.</source>
        <translation>يسأل الجهاز اللوحي الآن عن مراجعة أخرى. انتظر حتى يفرغ.</translation>
    </message>
    <message>
        <source>No holiday is entered for this day. Check the date.</source>
        <translation>لا توجد إجازة مُدخلة في هذا اليوم. تحقق من التاريخ.</translation>
    </message>
    <message>
        <source>It is too early to check in for this appointment. Ask the visitor to wait.</source>
        <translation>الوقت مبكر على تسجيل الحضور لهذا الموعد. اطلب من المراجع الانتظار.</translation>
    </message>
    <message>
        <source>This appointment is on another day. Check the date with the visitor.</source>
        <translation>هذا الموعد في يوم آخر. راجع التاريخ مع المراجع.</translation>
    </message>
    <message>
        <source>A ticket was already issued for this appointment. Ask the visitor for it.</source>
        <translation>صدرت تذكرة لهذا الموعد من قبل. اطلبها من المراجع.</translation>
    </message>
    <message>
        <source>This hall does not store phone numbers. Continue without a number.</source>
        <translation>لا تُحفظ أرقام الهواتف في هذه القاعة. تابع دون رقم.</translation>
    </message>
    <message>
        <source>This alert has ended. Nothing needs to be done.</source>
        <translation>انتهى هذا التنبيه. لا يلزم أي إجراء.</translation>
    </message>
    <message>
        <source>This visit no longer exists. Choose another from the list.</source>
        <translation>لم تعد هذه المراجعة موجودة. اختر غيرها من القائمة.</translation>
    </message>
    <message>
        <source>This ticket is not from this hall or not from today. Send the visitor to reception.</source>
        <translation>هذه التذكرة ليست من هذه القاعة أو ليست من اليوم. وجّه المراجع إلى الاستقبال.</translation>
    </message>
    <message>
        <source>This visitor is no longer waiting; another counter may have called. Choose another.</source>
        <translation>لم يعد هذا المراجع في الانتظار؛ ربما نادته نافذة أخرى. اختر غيره.</translation>
    </message>
    <message>
        <source>This visitor is no longer among the no-shows. Find the number to see where it is.</source>
        <translation>لم يعد هذا المراجع ضمن من لم يحضروا. ابحث عن رقمه لترى حالته.</translation>
    </message>
    <message>
        <source>No colleague serves a service that visitors are waiting for. Confirm, or wait.</source>
        <translation>لا يقدّم غيرك خدمة لها منتظرون. أكّد الاستراحة أو انتظر.</translation>
    </message>
    <message>
        <source>Too many transactions for one ticket. Enter a smaller number.</source>
        <translation>لا تكفي التذكرة الواحدة لهذا العدد من المعاملات. أدخل عددًا أقل.</translation>
    </message>
    <message>
        <source>A reminder comes after 1 to 720 minutes. Choose another time.</source>
        <translation>يكون التذكير بعد دقيقة إلى 720 دقيقة. اختر مدة أخرى.</translation>
    </message>
    <message>
        <source>One ticket is not a group. Select at least two tickets.</source>
        <translation>لا تكفي تذكرة واحدة. يجب أن تضم المجموعة تذكرتين على الأقل.</translation>
    </message>
    <message>
        <source>This return code was already used. Give the visitor a new ticket.</source>
        <translation>استُخدم رمز العودة هذا من قبل. أعطِ المراجع تذكرة جديدة.</translation>
    </message>
    <message>
        <source>This type of ticket does not exist. Choose another.</source>
        <translation>لا يوجد مسار بهذا الاسم. اختر غيره.</translation>
    </message>
    <message>
        <source>This visit is no longer on hold at your counter. Find the number to see where it is.</source>
        <translation>لم تعد هذه المراجعة معلّقة عند نافذتك. ابحث عن رقمها لترى حالتها.</translation>
    </message>
    <message>
        <source>This is possible only after the call and before the service. Finish the visit instead.</source>
        <translation>لا يمكن ذلك إلا بعد النداء وقبل بدء الخدمة. أنهِ المراجعة بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>The service has not begun yet. Begin serving first, then finish.</source>
        <translation>لم تبدأ الخدمة بعد. ابدأها أولًا ثم أنهِها.</translation>
    </message>
    <message>
        <source>You have a visitor. Finish the visit, put it on hold or return it to the queue first.</source>
        <translation>ما زال لديك مراجع. أنهِ خدمته أو علّقها أو أعده إلى الانتظار أولًا.</translation>
    </message>
    <message>
        <source>This reason is not in the list. Choose a reason from the list.</source>
        <translation>هذا السبب غير موجود. اختر سببًا من القائمة.</translation>
    </message>
    <message>
        <source>There is nothing to undo for this visit. Find the number to see where it is.</source>
        <translation>لا يوجد ما يمكن التراجع عنه في هذه المراجعة. ابحث عن رقمها لترى حالتها.</translation>
    </message>
    <message>
        <source>This official is no longer in the hall. Choose another.</source>
        <translation>لم يعد هذا المسؤول في القاعة. اختر غيره.</translation>
    </message>
    <message>
        <source>This absence was already cancelled. Nothing needs to be done.</source>
        <translation>سبق إلغاء هذا الغياب. لا يلزم أي إجراء.</translation>
    </message>
    <message>
        <source>Somebody else has just taken this time. Choose another.</source>
        <translation>حجز شخص آخر هذا الوقت قبل لحظات. اختر وقتًا آخر.</translation>
    </message>
    <message>
        <source>This appointment is with a service, not with an official. Check the number.</source>
        <translation>هذا الموعد مع خدمة وليس مع مسؤول. تحقق من الرقم.</translation>
    </message>
    <message>
        <source>This visit has ended. If the visitor needs another service, give a new ticket.</source>
        <translation>انتهت هذه المراجعة. إذا احتاج المراجع إلى خدمة أخرى فأعطه تذكرة جديدة.</translation>
    </message>
    <message>
        <source>Somebody else has just printed this ticket again. Give the visitor that one.</source>
        <translation>طبع شخص آخر هذه التذكرة مرة أخرى قبل لحظات. سلّم المراجع تلك التذكرة.</translation>
    </message>
    <message>
        <source>This visit is not in a group. Check the number.</source>
        <translation>هذه المراجعة ليست ضمن مجموعة. تحقق من الرقم.</translation>
    </message>
    <message>
        <source>This PIN is easily guessed. Choose another by the rule above.</source>
        <translation>هذا الرقم سهل التخمين. اختر رقمًا آخر وفق القاعدة أعلاه.</translation>
    </message>
    <message>
        <source>Another agent is signed in here. Ask that agent or the hall head to end the session.</source>
        <translation>موظف آخر مسجّل الدخول عند هذه النافذة. اطلب منه أو من مشرف القاعة إنهاء الجلسة.</translation>
    </message>
    <message>
        <source>You are not on a break. Continue your work.</source>
        <translation>لست في استراحة. تابع عملك.</translation>
    </message>
    <message>
        <source>There is no picture of this device. Check that it is switched on.</source>
        <translation>لا توجد صورة لهذا الجهاز. تأكد من أنه يعمل.</translation>
    </message>
    <message>
        <source>The hall&apos;s certificate is refused. If this PC&apos;s date is right, have it paired again.</source>
        <translation>شهادة القاعة غير مقبولة. إن كان تاريخ الحاسوب صحيحًا فاطلب ربطه من جديد.</translation>
    </message>
    <message>
        <source>This code is not known. Check it and try again.</source>
        <translation>هذا الرمز غير معروف. تحقق منه وأعد المحاولة.</translation>
    </message>
    <message>
        <source>There is no report of this name. Choose one from the list.</source>
        <translation>لا يوجد تقرير بهذا الاسم. اختر تقريرًا من القائمة.</translation>
    </message>
    <message>
        <source>The system does not support this command. Ask the technician for an update.</source>
        <translation>لا يدعم النظام هذا الأمر. اطلب من الفني تحديث البرنامج.</translation>
    </message>
    <message>
        <source>The system refuses the command in this form. Ask the technician for an update.</source>
        <translation>لا يقبل النظام هذا الأمر بهذه الطريقة. اطلب من الفني تحديث البرنامج.</translation>
    </message>
    <message>
        <source>This visit has reached its limit. Please speak to reception.</source>
        <translation>بلغت هذه المراجعة العدد المسموح. يُرجى مراجعة الاستقبال.</translation>
    </message>
    <message>
        <source>No kiosk can print the receipt now. Write the number down.</source>
        <translation>لا يمكن لأي جهاز تذاكر طباعة الإيصال الآن. اكتب الرقم للمراجع.</translation>
    </message>
    <message>
        <source>No appointment has this number. Check it and try again.</source>
        <translation>لا يوجد موعد بهذا الرقم. تحقق منه وأعد المحاولة.</translation>
    </message>
    <message>
        <source>This number belongs to another appointment. Choose another.</source>
        <translation>هذا الرقم لموعد آخر. اختر رقمًا غيره.</translation>
    </message>
    <message>
        <source>No visitors are received at this time. Choose another time.</source>
        <translation>لا استقبال في هذا الوقت. اختر وقتًا آخر.</translation>
    </message>
    <message>
        <source>It is too late to check in for this appointment. Issue a ticket instead.</source>
        <translation>فات وقت تسجيل الحضور لهذا الموعد. أصدر تذكرة بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>This appointment was cancelled. Issue a ticket instead.</source>
        <translation>أُلغي هذا الموعد. أصدر تذكرة بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>No opening check is running. Start one first.</source>
        <translation>لا يجري فحص للافتتاح الآن. ابدأ فحصًا أولًا.</translation>
    </message>
    <message>
        <source>This visit is already known under another number. Try again.</source>
        <translation>هذه المراجعة معروفة برقم آخر. أعد المحاولة.</translation>
    </message>
    <message>
        <source>No visit of today has this number. Check the ticket.</source>
        <translation>لا توجد مراجعة بهذا الرقم اليوم. تحقق من التذكرة.</translation>
    </message>
    <message>
        <source>This number already belongs to another visit. Ask the hall head.</source>
        <translation>هذا الرقم لمراجعة أخرى. راجع مشرف القاعة.</translation>
    </message>
    <message>
        <source>The system issued this ticket. Call it at a counter.</source>
        <translation>أصدر النظام هذا الرقم. نادِه من إحدى النوافذ.</translation>
    </message>
    <message>
        <source>You called a visitor seconds ago. Call again to confirm.</source>
        <translation>ناديت مراجعًا قبل ثوانٍ. أعد النداء للتأكيد.</translation>
    </message>
    <message>
        <source>The key was pressed twice. Only the first press counts.</source>
        <translation>ضُغط المفتاح مرتين. نُفِّذت الضغطة الأولى فقط.</translation>
    </message>
    <message>
        <source>Automatic calling is off now. Call the next visitor yourself.</source>
        <translation>لا يوجد نداء تلقائي الآن. نادِ المراجع التالي بنفسك.</translation>
    </message>
    <message>
        <source>Colleagues are at prayer. Wait until one of them is back.</source>
        <translation>زملاؤك في الصلاة. انتظر حتى يعود أحدهم.</translation>
    </message>
    <message>
        <source>Return code not found. Check the digits on the paper.</source>
        <translation>لا يوجد رمز عودة بهذا الرقم. راجع الأرقام على الورقة.</translation>
    </message>
    <message>
        <source>This return code has expired. Give the visitor a new ticket.</source>
        <translation>انتهت صلاحية رمز العودة. أعطِ المراجع تذكرة جديدة.</translation>
    </message>
    <message>
        <source>No visitor is at your counter. Call the next one.</source>
        <translation>لا يوجد مراجع عند نافذتك. نادِ التالي.</translation>
    </message>
    <message>
        <source>The repeat limit of this call is reached. Mark it as a no-show.</source>
        <translation>بلغ هذا النداء حد التكرار. سجّل أن المراجع لم يحضر.</translation>
    </message>
    <message>
        <source>This visit has reached the return limit. Serve it, transfer it or mark it as a no-show.</source>
        <translation>بلغت هذه المراجعة حد الإعادة. اخدم المراجع أو حوّله، أو سجّل أنه لم يحضر.</translation>
    </message>
    <message>
        <source>This visitor has reached the return limit. Give a reason.</source>
        <translation>بلغ هذا المراجع حد الإعادة. اذكر السبب.</translation>
    </message>
    <message>
        <source>A visit cannot be transferred there. Choose another place.</source>
        <translation>لا يمكن التحويل إلى هذه الوجهة. اختر غيرها.</translation>
    </message>
    <message>
        <source>This visit is not finished. Correct it at its counter.</source>
        <translation>هذه المراجعة لم تنتهِ بعد. صحّحها من نافذتها.</translation>
    </message>
    <message>
        <source>These values do not fit together. Check the times.</source>
        <translation>هذه القيم غير متوافقة. تحقق من الأوقات.</translation>
    </message>
    <message>
        <source>This time is fully booked. Choose another.</source>
        <translation>اكتملت المواعيد في هذا الوقت. اختر وقتًا آخر.</translation>
    </message>
    <message>
        <source>This kiosk cannot print now. Choose another.</source>
        <translation>جهاز التذاكر هذا لا يستطيع الطباعة الآن. اختر جهازًا آخر.</translation>
    </message>
    <message>
        <source>It is too late to undo this. Return the visitor to the queue instead.</source>
        <translation>فات وقت التراجع. أعد المراجع إلى الانتظار بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>Wrong PIN. Try again. Five wrong PINs lock sign-in for a while.</source>
        <translation>الرقم السري غير صحيح. أعد المحاولة؛ خمس محاولات خاطئة توقف تسجيل الدخول مدة.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Try again in {time}, or ask the hall head for a new PIN.</source>
        <translation>محاولات خاطئة كثيرة للرقم السري. أعد المحاولة بعد {time}، أو اطلب من مشرف القاعة رقمًا جديدًا.</translation>
    </message>
    <message>
        <source>This agent is not registered. Choose a name from the list.</source>
        <translation>هذا الموظف غير مسجّل. اختر اسمًا من القائمة.</translation>
    </message>
    <message>
        <source>You are signed in at another counter. Sign out there first.</source>
        <translation>أنت مسجّل الدخول عند نافذة أخرى. سجّل الخروج منها أولًا.</translation>
    </message>
    <message>
        <source>There is no counter with this number. Ask the administrator.</source>
        <translation>لا توجد نافذة بهذا الرقم. راجع مدير النظام.</translation>
    </message>
    <message>
        <source>No agent is signed in at this counter. Please sign in.</source>
        <translation>لا يوجد موظف مسجّل الدخول عند هذه النافذة. سجّل الدخول.</translation>
    </message>
    <message>
        <source>You are on a break. Resume work first.</source>
        <translation>أنت في استراحة. استأنف العمل أولًا.</translation>
    </message>
    <message>
        <source>This device is not registered. Ask the administrator to pair it.</source>
        <translation>هذا الجهاز غير مسجّل. اطلب من مدير النظام ربطه.</translation>
    </message>
    <message>
        <source>This visit did not end when the day closed. Find the number to see where it is.</source>
        <translation>لم يُنهِ إغلاق اليوم هذه المراجعة. ابحث عن رقمها لترى حالتها.</translation>
    </message>
    <message>
        <source>The pairing code is wrong or has expired. Ask for a new one.</source>
        <translation>رمز الربط غير صحيح أو منتهي الصلاحية. اطلب رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>Too many tries in a short time. Try again in {time}.</source>
        <translation>محاولات كثيرة في وقت قصير. أعد المحاولة بعد {time}.</translation>
    </message>
    <message>
        <source>The request was not accepted. Try again.</source>
        <translation>لم يُقبل الطلب. أعد المحاولة.</translation>
    </message>
    <message>
        <source>The text is too long. Shorten it.</source>
        <translation>النص أطول من المسموح. اختصره.</translation>
    </message>
    <message>
        <source>The report could not be made. Ask the technician to run the check.</source>
        <translation>تعذّر إعداد التقرير. اطلب من الفني تشغيل الفحص.</translation>
    </message>
    <message>
        <source>The system accepts no commands from this address. Ask the administrator.</source>
        <translation>لا يقبل النظام أوامر من هذا العنوان. راجع مدير النظام.</translation>
    </message>
    <message>
        <source>The system could not read the command. Try again.</source>
        <translation>لم يتمكن النظام من قراءة الأمر. أعد المحاولة.</translation>
    </message>
    <message>
        <source>The request was refused ({code}). Nothing was changed. Inform the hall head.</source>
        <translation>رفض النظام الطلب ({code}). لم يتغير شيء. أبلغ مشرف القاعة.</translation>
    </message>
</context>
</TS>
