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
        <source>No link to the hall for {time}</source>
        <translation>لا اتصال بالقاعة منذ {time}</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>لا أحد في الانتظار</numerusform>
            <numerusform>مراجع واحد في الانتظار</numerusform>
            <numerusform>مراجعان في الانتظار</numerusform>
            <numerusform>%n مراجعين في الانتظار</numerusform>
            <numerusform>%n مراجعًا في الانتظار</numerusform>
            <numerusform>%n مراجع في الانتظار</numerusform>
        </translation>
    </message>
    <message>
        <source>The break is {time} over</source>
        <translation>تجاوزت الاستراحة مدتها بـ {time}</translation>
    </message>
    <message>
        <source>{time} of the break left</source>
        <translation>بقي من الاستراحة {time}</translation>
    </message>
</context>
<context>
    <name>ChoiceSheetView</name>
    <message>
        <source>Up and down come to the others, Enter takes one.</source>
        <translation>السهمان لأعلى ولأسفل يصلان إلى البقية، وEnter يختار.</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>المسافة</translation>
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
        <source>More: its number, a telephone, another request</source>
        <translation>تفاصيل أكثر: رقمه، هاتف، طلب آخر</translation>
    </message>
    <message>
        <source>Nobody else serves now: {services}</source>
        <translation>لا أحد غيرك يقدّم الآن: {services}</translation>
    </message>
    <message>
        <source>Others&apos; turn as well: {services}</source>
        <translation>والدور لزملائك كذلك في: {services}</translation>
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
        <source>Hand the visitor the paper with the number: with it reception tells at any time where it stands.</source>
        <translation>سلّم المراجع الورقة التي عليها الرقم؛ فبه يخبره الاستقبال في أي وقت بما تم بشأن ما قدّمه.</translation>
    </message>
    <message>
        <source>Write the number down for the visitor: with it reception tells at any time where it stands.</source>
        <translation>دوّن هذا الرقم للمراجع؛ فبه يخبره الاستقبال في أي وقت بما تم بشأن ما قدّمه.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>المسافة</translation>
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
        <source>It starts again by itself in a moment; nothing is lost.</source>
        <translation>سيعاد تشغيله تلقائيًا بعد لحظات. لم يُفقد شيء.</translation>
    </message>
</context>
<context>
    <name>DayLines</name>
    <message>
        <source>Served today</source>
        <translation>خُدموا اليوم</translation>
    </message>
    <message>
        <source>Usual time of a service</source>
        <translation>المدة المعتادة للخدمة</translation>
    </message>
    <message>
        <source>Usual wait before your call</source>
        <translation>الانتظار المعتاد قبل ندائك</translation>
    </message>
    <message>
        <source>Did not come</source>
        <translation>لم يحضروا</translation>
    </message>
    <message>
        <source>Visitors who were satisfied</source>
        <translation>مراجعون راضون عن خدمتك</translation>
    </message>
</context>
<context>
    <name>EnquiriesDialog</name>
    <message>
        <source>Open enquiries</source>
        <translation>الاستفسارات المفتوحة</translation>
    </message>
    <message>
        <source>Asking the hall…</source>
        <translation>جارٍ سؤال القاعة…</translation>
    </message>
    <message>
        <source>No enquiry is open. Press 6 to count one or to leave one open.</source>
        <translation>لا يوجد استفسار مفتوح. اضغط 6 لتسجيل استفسار أو تركه مفتوحًا.</translation>
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
        <source>Asking the hall for the telephone…</source>
        <translation>جارٍ طلب رقم الهاتف من القاعة…</translation>
    </message>
    <message>
        <source>No telephone is kept for it any more.</source>
        <translation>لم يعد لهذا الاستفسار رقم هاتف محفوظ.</translation>
    </message>
    <message>
        <source>Open: {n}</source>
        <translation>المفتوحة: {n}</translation>
    </message>
    <message>
        <source>the oldest for {time}</source>
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
        <source>The number on the receipt: the last eight digits are enough for one of this hall</source>
        <translation>الرقم الذي على الإيصال: تكفي آخر ثماني خانات لطلب من هذه القاعة</translation>
    </message>
    <message>
        <source>Asking the hall…</source>
        <translation>جارٍ سؤال القاعة…</translation>
    </message>
    <message>
        <source>Where does it stand?</source>
        <translation>أين وصل الطلب؟</translation>
    </message>
    <message>
        <source>Follow a request up</source>
        <translation>متابعة طلب</translation>
    </message>
    <message>
        <source>Registered on {day}</source>
        <translation>سُجّل في {day}</translation>
    </message>
    <message>
        <source>Referred at the latest on {day}</source>
        <translation>آخر موعد للإحالة {day}</translation>
    </message>
    <message>
        <source>The receipt says {day}</source>
        <translation>في الإيصال {day}</translation>
    </message>
    <message>
        <source>A holiday may still move the day.</source>
        <translation>قد يتغيّر الموعد إن أُعلنت إجازة.</translation>
    </message>
    <message>
        <source>There is no reply yet.</source>
        <translation>لا رد بعد.</translation>
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
        <source>Of another hall ({hall}), as the centre knew it at {time}</source>
        <translation>من قاعة أخرى ({hall})، كما كان لدى النظام المركزي في {time}</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Counter</source>
        <translation>النافذة</translation>
    </message>
    <message>
        <source>Served today: {n}</source>
        <translation>خُدم اليوم: {n}</translation>
    </message>
    <message>
        <source>On a break: {reason}, {time}</source>
        <translation>في استراحة: {reason}، {time}</translation>
    </message>
</context>
<context>
    <name>MissingDialog</name>
    <message>
        <source>Another document</source>
        <translation>مستند آخر</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>ما ينقص</translation>
    </message>
    <message>
        <source>As it is to stand on the visitor&apos;s paper</source>
        <translation>كما يُكتب على ورقة المراجع</translation>
    </message>
    <message>
        <source>Finish, give the code</source>
        <translation>إنهاء وإعطاء الرمز</translation>
    </message>
    <message>
        <source>Which documents are missing?</source>
        <translation>ما المستندات الناقصة؟</translation>
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
        <source>You know it all. Practise on, as long as you like.</source>
        <translation>أتممت الخطوات كلها. واصل التدريب كما تشاء.</translation>
    </message>
    <message>
        <source>Made-up visitors keep coming; nothing of this counts anywhere.</source>
        <translation>يستمر حضور المراجعين الافتراضيين، ولا يُحتسب شيء من هذا في أي مكان.</translation>
    </message>
    <message>
        <source>Step {n} of {all}</source>
        <translation>الخطوة {n} من {all}</translation>
    </message>
    <message>
        <source>In training the PIN is {pin}.</source>
        <translation>الرمز السري في التدريب هو {pin}.</translation>
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
        <source>Referred at the latest on {day}</source>
        <translation>آخر موعد للإحالة {day}</translation>
    </message>
    <message>
        <source>A holiday may still move the day.</source>
        <translation>قد يتغيّر الموعد إن أُعلنت إجازة.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>المسافة</translation>
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
        <source>The receipt comes out of {kiosk}.</source>
        <translation>يُطبع الإيصال في {kiosk}.</translation>
    </message>
    <message>
        <source>No kiosk can print the receipt now: write the number down for the visitor.</source>
        <translation>لا جهاز تذاكر يستطيع طباعة الإيصال الآن: اكتب الرقم للمراجع.</translation>
    </message>
</context>
<context>
    <name>RequestDialog</name>
    <message>
        <source>Urgent: it may be decided in the hall</source>
        <translation>عاجل: يمكن البتّ فيه في القاعة</translation>
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
        <source>Its number in the ministry&apos;s own system, if it has one: the visitor then reads that one</source>
        <translation>رقمه في نظام الوزارة إن وُجد: فهو الذي يقرؤه المراجع</translation>
    </message>
    <message>
        <source>What it is about in a few words, without names</source>
        <translation>موضوعه بكلمات قليلة، دون أسماء</translation>
    </message>
    <message>
        <source>Mobile number to which the reply is told: only with the visitor&apos;s consent</source>
        <translation>رقم محمول يُبلَّغ عليه بالرد: بموافقة المراجع فقط</translation>
    </message>
    <message>
        <source>Registered with it:</source>
        <translation>يُسجَّل معه:</translation>
    </message>
</context>
<context>
    <name>ReturnCodeDialog</name>
    <message>
        <source>Good until {day}</source>
        <translation>صالح حتى {day}</translation>
    </message>
    <message>
        <source>Missing: {documents}</source>
        <translation>الناقص: {documents}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>المسافة</translation>
    </message>
    <message>
        <source>The code to come back with</source>
        <translation>رمز العودة</translation>
    </message>
    <message>
        <source>The printer of this counter prints it.</source>
        <translation>تطبعه طابعة هذه النافذة.</translation>
    </message>
    <message>
        <source>It comes out of {kiosk}.</source>
        <translation>يُطبع في {kiosk}.</translation>
    </message>
    <message>
        <source>No kiosk can print it now: write the code down for the visitor.</source>
        <translation>لا يستطيع أي جهاز تذاكر طباعته الآن: اكتب الرمز للمراجع.</translation>
    </message>
</context>
<context>
    <name>RowPainter</name>
    <message>
        <source>held out for now</source>
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
    <message>
        <source>counts as {time}</source>
        <translation>يُحتسب {time}</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>A request&apos;s number</source>
        <translation>متابعة طلب برقمه</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>البحث عن رقم</translation>
    </message>
    <message>
        <source>Type the digits of the ticket.</source>
        <translation>اكتب أرقام التذكرة.</translation>
    </message>
    <message>
        <source>Asking the hall…</source>
        <translation>جارٍ سؤال القاعة…</translation>
    </message>
    <message>
        <source>Nobody has this number today.</source>
        <translation>لا أحد يحمل هذا الرقم اليوم.</translation>
    </message>
    <message>
        <source>A visitor is at your counter: finish, park or return that visit before calling another.</source>
        <translation>عند نافذتك مراجع: أنهِ مراجعته أو علّقها أو أعدها إلى الانتظار قبل نداء غيره.</translation>
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
        <source>No link to the hall. This mends itself; then you can sign in.</source>
        <translation>انقطع الاتصال بالقاعة. يعود تلقائيًا، ثم يمكنك تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Counter {n}</source>
        <translation>النافذة {n}</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>من أنت؟</translation>
    </message>
    <message>
        <source>Your PIN</source>
        <translation>رمزك السري</translation>
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
    <name>TransferDialog</name>
    <message>
        <source>And back to me afterwards</source>
        <translation>ثم يعود إليّ بعدها</translation>
    </message>
    <message>
        <source>A note for whoever serves next (Tab)</source>
        <translation>ملاحظة لمن سيخدم المراجع بعدك (Tab)</translation>
    </message>
    <message>
        <source>Transfer {ticket}</source>
        <translation>تحويل {ticket}</translation>
    </message>
    <message>
        <source>Reason (needed)</source>
        <translation>السبب (مطلوب)</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>وجهة التحويل</translation>
    </message>
    <message>
        <source>Place in the queue</source>
        <translation>الموضع في الانتظار</translation>
    </message>
    <message>
        <source>Counter {n}</source>
        <translation>النافذة {n}</translation>
    </message>
</context>
<context>
    <name>VisitCardWidget</name>
    <message>
        <source>Group</source>
        <translation>مجموعة</translation>
    </message>
    <message>
        <source>Goes back afterwards</source>
        <translation>يعود إلى من حوّله</translation>
    </message>
    <message>
        <source>target {time}</source>
        <translation>المدة المعتادة {time}</translation>
    </message>
    <message>
        <source>over the target of {time}</source>
        <translation>تجاوز المدة المعتادة {time}</translation>
    </message>
    <message>
        <source>far over the target of {time}</source>
        <translation>تجاوز كثيرًا المدة المعتادة {time}</translation>
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
        <source>{time} over</source>
        <translation>تجاوز بـ {time}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>بقي {time}</translation>
    </message>
    <message>
        <source>Nobody is waiting for your services</source>
        <translation>لا أحد في انتظار خدماتك</translation>
    </message>
    <message numerus="yes">
        <source>%n visitor(s) waiting for your services</source>
        <translation>
            <numerusform>لا أحد في انتظار خدماتك</numerusform>
            <numerusform>مراجع واحد في انتظار خدماتك</numerusform>
            <numerusform>مراجعان في انتظار خدماتك</numerusform>
            <numerusform>%n مراجعين في انتظار خدماتك</numerusform>
            <numerusform>%n مراجعًا في انتظار خدماتك</numerusform>
            <numerusform>%n مراجع في انتظار خدماتك</numerusform>
        </translation>
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
        <translation>المسافة</translation>
    </message>
    <message>
        <source>No link to the hall for {time}. Go on serving your visitor; calling returns by itself.</source>
        <translation>انقطع الاتصال بالقاعة منذ {time}. واصل خدمة مراجعك؛ يعود النداء تلقائيًا.</translation>
    </message>
    <message>
        <source>No link to the hall for {time}. Calling is not possible now; it returns by itself.</source>
        <translation>انقطع الاتصال بالقاعة منذ {time}. لا يمكن النداء الآن؛ يعود تلقائيًا.</translation>
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
        <source>Flash board</source>
        <translation>وميض الشاشة</translation>
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
        <translation>اختر اسمك بمفتاحي السهم، واكتب الرمز السري، ثم اضغط Enter.</translation>
    </message>
    <message>
        <source>Press Space: the board shows and speaks the number.</source>
        <translation>اضغط مفتاح المسافة: تعرض شاشة النداء الرقم وتنطق به.</translation>
    </message>
    <message>
        <source>The visitor stands before you: press Space again.</source>
        <translation>حضر المراجع أمامك: اضغط مفتاح المسافة مرة أخرى.</translation>
    </message>
    <message>
        <source>Press Space, then say how it ended: once more Space, or a digit.</source>
        <translation>اضغط مفتاح المسافة، ثم حدّد النتيجة بمفتاح المسافة أو برقمها.</translation>
    </message>
    <message>
        <source>Call somebody and repeat the call with F2.</source>
        <translation>نادِ مراجعًا وأعد النداء بالمفتاح F2.</translation>
    </message>
    <message>
        <source>Nobody comes: F3. It can be taken back with F9.</source>
        <translation>لم يحضر أحد: اضغط F3. ويمكن التراجع عنه بالمفتاح F9.</translation>
    </message>
    <message>
        <source>Call somebody, press F6, choose where to and press Enter.</source>
        <translation>نادِ مراجعًا، واضغط F6، واختر الوجهة، ثم اضغط Enter.</translation>
    </message>
    <message>
        <source>Begin a break with F8.</source>
        <translation>ابدأ استراحة بالمفتاح F8.</translation>
    </message>
    <message>
        <source>Come back from it with F8.</source>
        <translation>عُد منها بالمفتاح F8.</translation>
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
        <source>Park</source>
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
        <source>Walk-up</source>
        <translation>خدمة مباشرة</translation>
    </message>
    <message>
        <source>Next service</source>
        <translation>الخدمة التالية</translation>
    </message>
    <message>
        <source>Count an enquiry</source>
        <translation>تسجيل استفسار</translation>
    </message>
    <message>
        <source>Open enquiries</source>
        <translation>الاستفسارات المفتوحة</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>إدخال الإجابة</translation>
    </message>
    <message>
        <source>Hand on</source>
        <translation>إحالة</translation>
    </message>
    <message>
        <source>Show the telephone</source>
        <translation>عرض رقم الهاتف</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Complaint or suggestion</source>
        <translation>شكوى أو مقترح</translation>
    </message>
    <message>
        <source>Find a number</source>
        <translation>البحث عن رقم</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>إعادة الطباعة</translation>
    </message>
    <message>
        <source>No break after all</source>
        <translation>إلغاء الاستراحة</translation>
    </message>
    <message>
        <source>Reinstate</source>
        <translation>إعادة إلى الانتظار</translation>
    </message>
    <message>
        <source>Give priority</source>
        <translation>منح الأولوية</translation>
    </message>
    <message>
        <source>Take priority back</source>
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
        <source>Help is no longer needed</source>
        <translation>لم تعد المساعدة لازمة</translation>
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
        <source>Small bar</source>
        <translation>الشريط المصغّر</translation>
    </message>
    <message>
        <source>Full window</source>
        <translation>النافذة الكاملة</translation>
    </message>
    <message>
        <source>العربية</source>
        <translation>English</translation>
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
        <source>parked at counter {counter} for {time}</source>
        <translation>معلّق عند النافذة {counter} منذ {time}</translation>
    </message>
    <message>
        <source>missed the call {time} ago</source>
        <translation>لم يحضر للنداء قبل {time}</translation>
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
        <source>ended by the close of the day</source>
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
        <source>Parked</source>
        <translation>المعلّقة</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>الفائتة</translation>
    </message>
    <message>
        <source>Nobody is waiting for your services.</source>
        <translation>لا أحد في انتظار خدماتك.</translation>
    </message>
    <message>
        <source>No visit is parked at your counter.</source>
        <translation>لا توجد مراجعة معلّقة في نافذتك.</translation>
    </message>
    <message>
        <source>Nobody has missed a call today.</source>
        <translation>لم يفت أحدًا نداؤه اليوم.</translation>
    </message>
    <message>
        <source>To a service</source>
        <translation>إلى خدمة</translation>
    </message>
    <message>
        <source>To a counter</source>
        <translation>إلى نافذة</translation>
    </message>
    <message>
        <source>To an agent</source>
        <translation>إلى موظف</translation>
    </message>
    <message>
        <source>First in the queue</source>
        <translation>أول المنتظرين</translation>
    </message>
    <message>
        <source>By time of issue</source>
        <translation>حسب وقت إصدار التذكرة</translation>
    </message>
    <message>
        <source>Last in the queue</source>
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
        <source>No answer yet: leave it open</source>
        <translation>لا إجابة بعد: يُترك مفتوحًا</translation>
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
        <translation>بطلب من رئيس القاعة</translation>
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
        <source>Ticket issued in the wrong lane</source>
        <translation>صدرت التذكرة في مسار خاطئ</translation>
    </message>
    <message>
        <source>Not yet: the next service follows</source>
        <translation>ليس بعد: تليها خدمة أخرى</translation>
    </message>
    <message>
        <source>Without a reminder</source>
        <translation>بلا تذكير</translation>
    </message>
    <message>
        <source>Length not known</source>
        <translation>المدة غير معروفة</translation>
    </message>
    <message>
        <source>Begin the break all the same</source>
        <translation>ابدأ الاستراحة مع ذلك</translation>
    </message>
    <message>
        <source>Yes, sign out</source>
        <translation>نعم، تسجيل الخروج</translation>
    </message>
    <message>
        <source>It is in the ministry&apos;s system already</source>
        <translation>مسجّل في نظام الوزارة</translation>
    </message>
    <message>
        <source>No other request: finish</source>
        <translation>لا طلب آخر: إنهاء</translation>
    </message>
    <message>
        <source>How did the service end?</source>
        <translation>كيف انتهت الخدمة؟</translation>
    </message>
    <message>
        <source>Why the break?</source>
        <translation>ما سبب الاستراحة؟</translation>
    </message>
    <message>
        <source>For how long?</source>
        <translation>كم مدتها؟</translation>
    </message>
    <message>
        <source>Visitors wait: a break all the same?</source>
        <translation>مراجعون ينتظرون: هل تبدأ الاستراحة مع ذلك؟</translation>
    </message>
    <message>
        <source>Others are at prayer: go all the same?</source>
        <translation>زملاؤك في الصلاة: هل تذهب الآن مع ذلك أم تنتظر دورك؟</translation>
    </message>
    <message>
        <source>Park this visit: when are you to be reminded?</source>
        <translation>تعليق المراجعة مؤقتًا: متى تريد التذكير بها؟</translation>
    </message>
    <message>
        <source>Which service comes next?</source>
        <translation>ما الخدمة التالية؟</translation>
    </message>
    <message>
        <source>Serve somebody without a ticket: which service?</source>
        <translation>خدمة مراجع بلا تذكرة: أي خدمة؟</translation>
    </message>
    <message>
        <source>Why without a ticket?</source>
        <translation>لماذا بلا تذكرة؟</translation>
    </message>
    <message>
        <source>Why call this number out of order?</source>
        <translation>لماذا يُنادى هذا الرقم خارج الترتيب؟</translation>
    </message>
    <message>
        <source>This visitor missed the call too often. Why reinstate once more?</source>
        <translation>فات المراجع نداؤه أكثر من مرة. لماذا يعاد إلى الانتظار؟</translation>
    </message>
    <message>
        <source>Why give this number priority?</source>
        <translation>ما سبب منح هذا الرقم الأولوية؟</translation>
    </message>
    <message>
        <source>Why take back this number&apos;s priority?</source>
        <translation>ما سبب سحب الأولوية من هذا الرقم؟</translation>
    </message>
    <message>
        <source>Sign out of this counter?</source>
        <translation>تسجيل الخروج من هذه النافذة؟</translation>
    </message>
    <message>
        <source>What was asked about?</source>
        <translation>ما موضوع الاستفسار؟</translation>
    </message>
    <message>
        <source>How did the enquiry come?</source>
        <translation>كيف ورد الاستفسار؟</translation>
    </message>
    <message>
        <source>It stays open. How did the enquiry come?</source>
        <translation>يبقى مفتوحًا. كيف ورد الاستفسار؟</translation>
    </message>
    <message>
        <source>Has whoever asked got the answer?</source>
        <translation>هل وصلت الإجابة إلى صاحب الاستفسار؟</translation>
    </message>
    <message>
        <source>What is brought forward?</source>
        <translation>شكوى أم مقترح؟</translation>
    </message>
    <message>
        <source>What is the request about?</source>
        <translation>ما موضوع الطلب؟</translation>
    </message>
    <message>
        <source>Which directorate decides it?</source>
        <translation>ما الجهة المختصة؟</translation>
    </message>
    <message>
        <source>registered, not referred yet</source>
        <translation>سُجّل ولم يُحل بعد</translation>
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
        <source>Looking for the hall. This takes a moment.</source>
        <translation>جارٍ البحث عن القاعة. لحظة من فضلك.</translation>
    </message>
    <message>
        <source>The hall gave no answer. Press again: nothing is ever done twice.</source>
        <translation>لم تُجب القاعة. اضغط مرة أخرى؛ لا يُنفَّذ شيء مرتين.</translation>
    </message>
    <message>
        <source>Nobody is waiting for your services. A new number appears by itself.</source>
        <translation>لا أحد في انتظار خدماتك. يظهر الرقم الجديد تلقائيًا.</translation>
    </message>
    <message>
        <source>You have just called a number. Press again to call another one.</source>
        <translation>ناديت رقمًا قبل لحظات. اضغط مرة أخرى لنداء رقم آخر.</translation>
    </message>
    <message>
        <source>Choose a row of the list first, with the arrow keys or a click.</source>
        <translation>اختر أولًا سطرًا من القائمة بمفاتيح الأسهم أو بالنقر.</translation>
    </message>
    <message>
        <source>Choose where the visit goes.</source>
        <translation>اختر الوجهة التي تُحوَّل إليها المراجعة.</translation>
    </message>
    <message>
        <source>Name what is missing: by its digit, or type it.</source>
        <translation>حدّد ما ينقص برقمه أو اكتبه.</translation>
    </message>
    <message>
        <source>Reminder: {ticket} has been parked here for {minutes}. Press 2 for it.</source>
        <translation>تذكير: {ticket} معلّق هنا منذ {minutes}. اضغط 2 لعرضه.</translation>
    </message>
    <message>
        <source>{ticket}: the next service has begun.</source>
        <translation>{ticket}: بدأت الخدمة التالية.</translation>
    </message>
    <message>
        <source>The break is taken back.</source>
        <translation>أُلغيت الاستراحة.</translation>
    </message>
    <message>
        <source>{ticket} goes back to the agent who sent it.</source>
        <translation>{ticket} يعود إلى الموظف الذي حوّله.</translation>
    </message>
    <message>
        <source>A kiosk prints it once more.</source>
        <translation>يعيد جهاز التذاكر طباعته.</translation>
    </message>
    <message>
        <source>Printed here.</source>
        <translation>طُبع هنا.</translation>
    </message>
    <message>
        <source>Look whether the paper came out; if not, print again.</source>
        <translation>تحقّق من خروج الورقة، وإن لم تخرج فأعد الطباعة.</translation>
    </message>
    <message>
        <source>The printer of this counter does not print. Look at its paper, or tell the visitor the number.</source>
        <translation>طابعة هذه النافذة لا تطبع. تحقّق من ورقها أو أبلغ المراجع بالرقم.</translation>
    </message>
    <message>
        <source>A visit that goes first needs a reason.</source>
        <translation>التحويل إلى أول المنتظرين يحتاج إلى سبب.</translation>
    </message>
    <message>
        <source>Your session at this counter was ended. Please sign in again.</source>
        <translation>انتهت جلسة عملك في هذه النافذة. سجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>{ticket} was announced again.</source>
        <translation>أُعيد نداء {ticket}.</translation>
    </message>
    <message>
        <source>{ticket} flashes over the whole board.</source>
        <translation>يومض {ticket} على كامل الشاشة.</translation>
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
        <source>{ticket} is back in the queue, with its first time of issue.</source>
        <translation>أُعيد {ticket} إلى الانتظار بوقت إصداره الأول.</translation>
    </message>
    <message>
        <source>{ticket} is parked at your counter.</source>
        <translation>عُلِّق {ticket} مؤقتًا في نافذتك.</translation>
    </message>
    <message>
        <source>{ticket} is transferred.</source>
        <translation>حُوِّل {ticket}.</translation>
    </message>
    <message>
        <source>{ticket} waits again.</source>
        <translation>أُعيد {ticket} إلى الانتظار.</translation>
    </message>
    <message>
        <source>{ticket} has priority now.</source>
        <translation>مُنح الرقم {ticket} الأولوية.</translation>
    </message>
    <message>
        <source>{ticket} waits without priority now.</source>
        <translation>سُحبت الأولوية من الرقم {ticket}، وهو في الانتظار.</translation>
    </message>
    <message>
        <source>The enquiry is counted.</source>
        <translation>سُجّل الاستفسار.</translation>
    </message>
    <message>
        <source>The enquiry is left open. Press 7 to see those that are open.</source>
        <translation>تُرك الاستفسار مفتوحًا. اضغط 7 لعرض الاستفسارات المفتوحة.</translation>
    </message>
    <message>
        <source>The answer is kept. Close the enquiry when whoever asked has it.</source>
        <translation>حُفظت الإجابة. أغلق الاستفسار متى وصلت إلى صاحبه.</translation>
    </message>
    <message>
        <source>The enquiry is handed on.</source>
        <translation>أُحيل الاستفسار.</translation>
    </message>
    <message>
        <source>The enquiry is closed.</source>
        <translation>أُغلق الاستفسار.</translation>
    </message>
    <message>
        <source>Nobody can be called at this number. Write 8 digits, or + and the country; or nothing.</source>
        <translation>لا يمكن الاتصال بهذا الرقم. اكتب 8 أرقام، أو + ورمز الدولة، أو اتركه فارغًا.</translation>
    </message>
    <message>
        <source>No message reaches this number. Write a mobile number, or one abroad with + and its country.</source>
        <translation>لا تصل رسالة إلى هذا الرقم. اكتب رقمًا محمولًا، أو رقمًا من الخارج مع + ورمز بلده.</translation>
    </message>
    <message>
        <source>Write the ministry&apos;s number in digits and Latin letters: the receipt prints it as a code, too.</source>
        <translation>اكتب رقم المعاملة في نظام الوزارة بأرقام وحروف لاتينية: فالإيصال يطبعه رمزًا أيضًا.</translation>
    </message>
    <message>
        <source>Write the request&apos;s number first.</source>
        <translation>اكتب رقم المعاملة أولًا.</translation>
    </message>
    <message>
        <source>Write something first.</source>
        <translation>اكتب النص أولًا.</translation>
    </message>
    <message>
        <source>{ticket}: undone.</source>
        <translation>{ticket}: تم التراجع.</translation>
    </message>
    <message>
        <source>{ticket}: undone. What it registered is withdrawn until you register it again.</source>
        <translation>{ticket}: تم التراجع، وسُحب ما سُجّل معه حتى يُسجَّل من جديد.</translation>
    </message>
    <message>
        <source>Your first day here? Sign out and press F1 for six short lessons.</source>
        <translation>أهو يومك الأول هنا؟ سجّل الخروج واضغط F1 لدروس قصيرة من ست خطوات.</translation>
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
        <source>The training is over. From here on everything is real.</source>
        <translation>انتهى التدريب. كل ما يلي عملٌ فعلي.</translation>
    </message>
    <message>
        <source>The hall has ended the training. From here on everything is real.</source>
        <translation>أنهت القاعة التدريب. كل ما يلي عملٌ فعلي.</translation>
    </message>
    <message>
        <source>You are signed in at another counter. Press Enter again to move here with what is parked there.</source>
        <translation>أنت مسجَّل الدخول في نافذة أخرى. اضغط Enter مرة أخرى للانتقال إلى هنا مع ما عُلِّق هناك.</translation>
    </message>
    <message>
        <source>This device is paired for another counter. Start it with that counter&apos;s number, or pair it again.</source>
        <translation>هذا الجهاز مرتبط بنافذة أخرى. شغّله برقم تلك النافذة، أو اطلب من مدير النظام ربطه من جديد.</translation>
    </message>
    <message>
        <source>The service day is closed: nobody can be called. Sign out when your work is done.</source>
        <translation>أُغلق يوم الخدمة، ولا يمكن نداء أحد. سجّل الخروج عند انتهاء عملك.</translation>
    </message>
    <message>
        <source>The service day is closed. Sign in when the hall head opens it.</source>
        <translation>يوم الخدمة مغلق. سجّل الدخول عندما يفتحه رئيس القاعة.</translation>
    </message>
    <message>
        <source>The next visitor is called in {seconds} s.</source>
        <translation>يُنادى المراجع التالي بعد {seconds} ث.</translation>
    </message>
    <message>
        <source>The hall head is called to your counter.</source>
        <translation>طُلب حضور رئيس القاعة إلى نافذتك.</translation>
    </message>
    <message>
        <source>Your break begins when this visit leaves your counter.</source>
        <translation>تبدأ استراحتك عند انتهاء هذه المراجعة في نافذتك.</translation>
    </message>
    <message>
        <source>You called {ticket} {minutes} ago. Press Space when the visitor is here.</source>
        <translation>ناديت {ticket} قبل {minutes}. اضغط المسافة عند حضور المراجع.</translation>
    </message>
    <message>
        <source>{ticket} has been served for {minutes}. Finish it if it is done.</source>
        <translation>{ticket} قيد الخدمة منذ {minutes}. أنهِ الخدمة إن انتهت.</translation>
    </message>
    <message>
        <source>Another program has the hot key {keys}. Ask for another one.</source>
        <translation>مفتاح الاختصار {keys} يستخدمه برنامج آخر. اطلب مفتاحًا غيره.</translation>
    </message>
    <message>
        <source>This keyboard has no key for the hot key {keys}.</source>
        <translation>لا يوجد في لوحة المفاتيح هذه زر لمفتاح الاختصار {keys}.</translation>
    </message>
    <message>
        <source>This desktop (Wayland) gives no program a hot key, so {keys} does not work. Use the bar or the window.</source>
        <translation>سطح المكتب هذا (Wayland) لا يسمح بمفاتيح الاختصار العامة: لا يعمل {keys}؛ استخدم الشريط أو النافذة.</translation>
    </message>
    <message>
        <source>This desktop gives no hot keys: {keys} does not work.</source>
        <translation>سطح المكتب هذا لا يوفّر مفاتيح الاختصار العامة: لا يعمل {keys}.</translation>
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
        <source>not answered yet</source>
        <translation>لم يُجب عنه بعد</translation>
    </message>
    <message>
        <source>handed on to {to}</source>
        <translation>أُحيل إلى {to}</translation>
    </message>
    <message>
        <source>answered, to be told</source>
        <translation>أُجيب عنه، ولم يُبلَّغ صاحبه</translation>
    </message>
    <message>
        <source>What is the question?</source>
        <translation>ما السؤال؟</translation>
    </message>
    <message>
        <source>What is the answer?</source>
        <translation>ما الإجابة؟</translation>
    </message>
    <message>
        <source>Who finds the answer?</source>
        <translation>من يبحث عن الإجابة؟</translation>
    </message>
    <message>
        <source>What does the visitor say?</source>
        <translation>ماذا يقول المراجع؟</translation>
    </message>
    <message>
        <source>At which telephone may we call back?</source>
        <translation>على أي رقم نعاود الاتصال؟</translation>
    </message>
    <message>
        <source>Briefly, without names or telephone numbers</source>
        <translation>باختصار، دون أسماء أو أرقام هواتف</translation>
    </message>
    <message>
        <source>As whoever asked is to hear it</source>
        <translation>بالصيغة التي تُبلَّغ لصاحب الاستفسار</translation>
    </message>
    <message>
        <source>A colleague, a directorate or a section</source>
        <translation>زميل أو مديرية أو قسم</translation>
    </message>
    <message>
        <source>In the visitor&apos;s own words, without names or telephone numbers</source>
        <translation>بكلمات المراجع، دون أسماء أو أرقام هواتف</translation>
    </message>
    <message>
        <source>Only with consent: it is erased when the answer is told. Enter without a number: nobody calls back.</source>
        <translation>بموافقة صاحب الاستفسار فقط، ويُحذف الرقم عند إبلاغه بالإجابة. اضغط Enter دون رقم إن لم تلزم معاودة الاتصال.</translation>
    </message>
    <message>
        <source>Next: a telephone</source>
        <translation>التالي: رقم الهاتف</translation>
    </message>
    <message>
        <source>Leave it open</source>
        <translation>تركه مفتوحًا</translation>
    </message>
    <message>
        <source>Keep the answer</source>
        <translation>حفظ الإجابة</translation>
    </message>
    <message>
        <source>Hand it on</source>
        <translation>إحالته</translation>
    </message>
    <message>
        <source>Register it</source>
        <translation>تسجيل</translation>
    </message>
    <message>
        <source>Correct the answer</source>
        <translation>تصحيح الإجابة</translation>
    </message>
</context>
<context>
    <name>refusals</name>
    <message>
        <source>You are no longer signed in. Please sign in again.</source>
        <translation>لم تعد مسجَّل الدخول. سجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>This counter may not do that. Ask the hall head.</source>
        <translation>لا يُسمح بذلك لهذه النافذة. راجع رئيس القاعة.</translation>
    </message>
    <message>
        <source>The hall did not accept what was entered. Check it and try again.</source>
        <translation>لم تقبل القاعة ما أُدخل. تحقق منه وأعد المحاولة.</translation>
    </message>
    <message>
        <source>The hall no longer offers this service. Choose another.</source>
        <translation>لم تعد القاعة تقدم هذه الخدمة. اختر غيرها.</translation>
    </message>
    <message>
        <source>This service is closed now. Choose another.</source>
        <translation>هذه الخدمة مغلقة الآن. اختر غيرها.</translation>
    </message>
    <message>
        <source>The service day is not open yet. The hall head opens it.</source>
        <translation>لم يُفتح يوم الخدمة بعد. يفتحه رئيس القاعة.</translation>
    </message>
    <message>
        <source>The hall&apos;s date is in doubt. The hall head must confirm it first.</source>
        <translation>تاريخ القاعة غير مؤكد. يجب أن يؤكده رئيس القاعة أولًا.</translation>
    </message>
    <message>
        <source>That visit belongs to an earlier day. Give the visitor a new ticket.</source>
        <translation>هذه المراجعة من يوم سابق. أعطِ المراجع تذكرة جديدة.</translation>
    </message>
    <message>
        <source>The service day is already open.</source>
        <translation>يوم الخدمة مفتوح من قبل.</translation>
    </message>
    <message>
        <source>The service day is closed. The hall head can open a new one.</source>
        <translation>يوم الخدمة مغلق. يمكن لرئيس القاعة فتح يوم جديد.</translation>
    </message>
    <message>
        <source>Visitors are still being served. Finish with them first.</source>
        <translation>ما زال هناك مراجعون قيد الخدمة. أنهِ خدمتهم أولًا.</translation>
    </message>
    <message>
        <source>The hall&apos;s date is not in doubt; nothing needs confirming.</source>
        <translation>تاريخ القاعة مؤكد؛ لا حاجة إلى تأكيده.</translation>
    </message>
    <message>
        <source>This service asks who the visitor is. Choose the kind of visitor.</source>
        <translation>تتطلب هذه الخدمة صفة المراجع. اختر الصفة.</translation>
    </message>
    <message>
        <source>This service is not for this kind of visitor. Choose another.</source>
        <translation>هذه الخدمة ليست لصفة هذا المراجع. اختر غيرها.</translation>
    </message>
    <message>
        <source>All numbers of this service are in use. Ask the hall head.</source>
        <translation>جميع أرقام هذه الخدمة مستعملة. راجع رئيس القاعة.</translation>
    </message>
    <message>
        <source>Today&apos;s tickets of this service are given out. Choose another day or service.</source>
        <translation>نفدت تذاكر هذه الخدمة لهذا اليوم. اختر يومًا آخر أو خدمة أخرى.</translation>
    </message>
    <message>
        <source>This service is not served at that counter. Choose another.</source>
        <translation>هذه الخدمة لا تُقدَّم عند تلك النافذة. اختر غيرها.</translation>
    </message>
    <message>
        <source>It is so already; nothing needs changing.</source>
        <translation>هو كذلك بالفعل، ولا حاجة إلى تغيير شيء.</translation>
    </message>
    <message>
        <source>This arrangement is over or was taken back.</source>
        <translation>انتهى هذا الترتيب أو سُحب.</translation>
    </message>
    <message>
        <source>This hall takes no appointments. Issue a ticket instead.</source>
        <translation>هذه القاعة لا تستقبل المواعيد. أصدر تذكرة بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>This hall has no such topic. Choose one from the list.</source>
        <translation>لا يوجد هذا الموضوع في هذه القاعة. اختر موضوعًا من القائمة.</translation>
    </message>
    <message>
        <source>This hall refers to no such directorate. Choose another.</source>
        <translation>لا تُحيل هذه القاعة إلى هذه المديرية. اختر غيرها.</translation>
    </message>
    <message>
        <source>This hall has no such delegated power. Choose another.</source>
        <translation>لا توجد هذه الصلاحية المفوّضة في هذه القاعة. اختر غيرها.</translation>
    </message>
    <message>
        <source>No request has this number. Check it and try again.</source>
        <translation>لا يوجد طلب بهذا الرقم. تحقق منه وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>A digit of this number is wrong. Read it again from the receipt.</source>
        <translation>في هذا الرقم خانة غير صحيحة. اقرأه مرة أخرى من الإيصال.</translation>
    </message>
    <message>
        <source>This is another hall&apos;s request, and the centre is cut off. Try again later.</source>
        <translation>هذا طلب قاعة أخرى، والنظام المركزي غير متاح الآن. حاول لاحقًا.</translation>
    </message>
    <message>
        <source>The request has moved on; this cannot be done with it now.</source>
        <translation>انتقل الطلب إلى مرحلة أخرى؛ لا يمكن تنفيذ ذلك الآن.</translation>
    </message>
    <message>
        <source>No telephone number is kept for this request any more.</source>
        <translation>لم يعد لهذا الطلب رقم هاتف محفوظ.</translation>
    </message>
    <message>
        <source>Another request has this number of the ministry already.</source>
        <translation>هذا الرقم في نظام الوزارة مسجّل لطلب آخر.</translation>
    </message>
    <message>
        <source>No enquiry has this number.</source>
        <translation>لا يوجد استفسار بهذا الرقم.</translation>
    </message>
    <message>
        <source>The enquiry has moved on; this cannot be done with it now.</source>
        <translation>انتقل الاستفسار إلى مرحلة أخرى؛ لا يمكن تنفيذ ذلك الآن.</translation>
    </message>
    <message>
        <source>No complaint or suggestion has this number.</source>
        <translation>لا توجد شكوى أو مقترح بهذا الرقم.</translation>
    </message>
    <message>
        <source>It has moved on; this cannot be done with it now.</source>
        <translation>تغيّرت حالة هذا الرقم؛ لا يمكن تنفيذ ذلك الآن.</translation>
    </message>
    <message>
        <source>This visit has brought enough forward. Please speak to reception.</source>
        <translation>سجّلت هذه المراجعة العدد المسموح. يرجى مراجعة الاستقبال.</translation>
    </message>
    <message>
        <source>The visit is not over yet; there is nothing to ask about.</source>
        <translation>لم تنته المراجعة بعد؛ لا يوجد ما يُسأل عنه.</translation>
    </message>
    <message>
        <source>It is too late to give or change this answer.</source>
        <translation>انتهت مهلة هذه الإجابة أو تعديلها.</translation>
    </message>
    <message>
        <source>The tablet asks about another visit now.</source>
        <translation>يسأل الجهاز اللوحي الآن عن مراجعة أخرى.</translation>
    </message>
    <message>
        <source>No kiosk can print the receipt now. Write the number down.</source>
        <translation>لا يمكن لأي جهاز تذاكر طباعة الإيصال الآن. اكتب الرقم للمراجع.</translation>
    </message>
    <message>
        <source>The hall has entered no holiday on this day.</source>
        <translation>لم تُدخل القاعة إجازة في هذا اليوم.</translation>
    </message>
    <message>
        <source>No appointment has this number. Check it and try again.</source>
        <translation>لا يوجد موعد بهذا الرقم. تحقق منه وحاول مرة أخرى.</translation>
    </message>
    <message>
        <source>This number belongs to another appointment. Choose another.</source>
        <translation>هذا الرقم لموعد آخر. اختر رقمًا غيره.</translation>
    </message>
    <message>
        <source>Nobody is served at this time. Choose another time.</source>
        <translation>لا خدمة في هذا الوقت. اختر وقتًا آخر.</translation>
    </message>
    <message>
        <source>It is too early to check in for this appointment.</source>
        <translation>الوقت مبكر على تسجيل الحضور لهذا الموعد.</translation>
    </message>
    <message>
        <source>It is too late to check in for this appointment. Issue a ticket instead.</source>
        <translation>فات وقت تسجيل الحضور لهذا الموعد. أصدر تذكرة بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>This appointment is on another day.</source>
        <translation>هذا الموعد في يوم آخر.</translation>
    </message>
    <message>
        <source>This appointment has a ticket already.</source>
        <translation>صدرت تذكرة لهذا الموعد من قبل.</translation>
    </message>
    <message>
        <source>This appointment was cancelled. Issue a ticket instead.</source>
        <translation>أُلغي هذا الموعد. أصدر تذكرة بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>This hall keeps no telephone numbers.</source>
        <translation>هذه القاعة لا تحفظ أرقام الهواتف.</translation>
    </message>
    <message>
        <source>This alert is over already.</source>
        <translation>انتهى هذا التنبيه بالفعل.</translation>
    </message>
    <message>
        <source>No opening check is under way. Begin one first.</source>
        <translation>لا يجري فحص للافتتاح الآن. ابدأ فحصًا أولًا.</translation>
    </message>
    <message>
        <source>This visit is already known under another number. Try again.</source>
        <translation>هذه المراجعة معروفة برقم آخر. أعد المحاولة.</translation>
    </message>
    <message>
        <source>The hall no longer knows this visit. The list has been read again.</source>
        <translation>لم تعد القاعة تعرف هذه المراجعة. حُدِّثت القائمة.</translation>
    </message>
    <message>
        <source>No visit of today has this number. Check the ticket.</source>
        <translation>لا توجد مراجعة بهذا الرقم اليوم. تحقق من التذكرة.</translation>
    </message>
    <message>
        <source>This number already belongs to another visit. Ask the hall head.</source>
        <translation>هذا الرقم لمراجعة أخرى. راجع رئيس القاعة.</translation>
    </message>
    <message>
        <source>This ticket is not from this hall or not from today.</source>
        <translation>هذه التذكرة ليست من هذه القاعة أو ليست من اليوم.</translation>
    </message>
    <message>
        <source>The hall itself gave this ticket: call it at a counter.</source>
        <translation>أصدر النظام هذا الرقم بنفسه. نادِه من إحدى النوافذ.</translation>
    </message>
    <message>
        <source>This visitor is no longer waiting; another counter may have called.</source>
        <translation>لم يعد هذا المراجع في الانتظار؛ ربما نادته نافذة أخرى.</translation>
    </message>
    <message>
        <source>This visitor is no longer among the missed.</source>
        <translation>لم يعد هذا المراجع ضمن من فاتهم النداء.</translation>
    </message>
    <message>
        <source>You called somebody seconds ago. Call again if you mean it.</source>
        <translation>ناديت مراجعًا قبل ثوانٍ. أعد النداء إن كنت تقصده.</translation>
    </message>
    <message>
        <source>The key was pressed twice. The first press was done.</source>
        <translation>ضُغط المفتاح مرتين، ونُفِّذت الضغطة الأولى.</translation>
    </message>
    <message>
        <source>No call comes by itself now. Call the next visitor yourself.</source>
        <translation>لا يوجد نداء تلقائي الآن. نادِ المراجع التالي بنفسك.</translation>
    </message>
    <message>
        <source>Nobody else serves a service for which people wait.</source>
        <translation>لا أحد غيرك يقدم خدمة لها منتظرون.</translation>
    </message>
    <message>
        <source>Colleagues are at prayer; wait until one of them is back.</source>
        <translation>زملاؤك في الصلاة؛ انتظر حتى يعود أحدهم.</translation>
    </message>
    <message>
        <source>One ticket is not for so many transactions.</source>
        <translation>لا تكفي التذكرة الواحدة لهذا العدد من المعاملات.</translation>
    </message>
    <message>
        <source>A reminder comes after 1 to 720 minutes.</source>
        <translation>يكون التذكير بعد دقيقة إلى 720 دقيقة.</translation>
    </message>
    <message>
        <source>A group has at least two visits.</source>
        <translation>المجموعة مراجعتان على الأقل.</translation>
    </message>
    <message>
        <source>No return code is this one. Check the digits on the paper.</source>
        <translation>لا يوجد رمز عودة بهذا الرقم. راجع الأرقام على الورقة.</translation>
    </message>
    <message>
        <source>This return code is too old. Give the visitor a new ticket.</source>
        <translation>انتهت صلاحية رمز العودة. أعطِ المراجع تذكرة جديدة.</translation>
    </message>
    <message>
        <source>Somebody came back with this code already.</source>
        <translation>استُخدم رمز العودة هذا من قبل.</translation>
    </message>
    <message>
        <source>There is no such lane.</source>
        <translation>لا يوجد مسار بهذا الاسم.</translation>
    </message>
    <message>
        <source>This visit is no longer parked at your counter.</source>
        <translation>لم تعد هذه المراجعة معلّقة في نافذتك.</translation>
    </message>
    <message>
        <source>That is only possible while a number is called and not yet begun.</source>
        <translation>لا يمكن ذلك إلا بعد النداء وقبل بدء الخدمة.</translation>
    </message>
    <message>
        <source>Begin serving first, then finish.</source>
        <translation>ابدأ الخدمة أولًا ثم أنهِها.</translation>
    </message>
    <message>
        <source>No visitor is at your counter. Call the next one.</source>
        <translation>لا يوجد مراجع في نافذتك. نادِ التالي.</translation>
    </message>
    <message>
        <source>You still have a visitor. Finish, park or return the visit first.</source>
        <translation>ما زال لديك مراجع. أنهِ خدمته أو علّقها أو أعده إلى الانتظار أولًا.</translation>
    </message>
    <message>
        <source>This call was repeated often enough. Mark it as a no-show.</source>
        <translation>كُرر هذا النداء بما يكفي. سجّل أن المراجع لم يحضر.</translation>
    </message>
    <message>
        <source>This visit has gone back to the queue too often. Serve or transfer it, or mark a no-show.</source>
        <translation>أُعيدت هذه المراجعة إلى الانتظار أكثر من المسموح. اخدم المراجع أو حوّله، أو سجّل أنه لم يحضر.</translation>
    </message>
    <message>
        <source>This visitor has missed the call too often. Give a reason.</source>
        <translation>فات هذا المراجع نداؤه أكثر من المسموح. اذكر السبب.</translation>
    </message>
    <message>
        <source>Choose a reason from the list.</source>
        <translation>اختر سببًا من القائمة.</translation>
    </message>
    <message>
        <source>A visit cannot be transferred there. Choose another place.</source>
        <translation>لا يمكن التحويل إلى هذه الوجهة. اختر غيرها.</translation>
    </message>
    <message>
        <source>There is nothing left to undo for this visit.</source>
        <translation>لا يوجد ما يمكن التراجع عنه في هذه المراجعة.</translation>
    </message>
    <message>
        <source>This visit is still here. Put it right at its counter.</source>
        <translation>هذه المراجعة لم تنتهِ بعد. صحّحها من نافذتها.</translation>
    </message>
    <message>
        <source>The visit cannot have been like that. Check the times.</source>
        <translation>لا يمكن أن تكون المراجعة كذلك. تحقق من الأوقات.</translation>
    </message>
    <message>
        <source>This official is in the hall no more.</source>
        <translation>لم يعد هذا المسؤول في القاعة.</translation>
    </message>
    <message>
        <source>This absence was taken back already.</source>
        <translation>سبق إلغاء هذا الغياب.</translation>
    </message>
    <message>
        <source>Somebody else has just taken this time.</source>
        <translation>حجز شخص آخر هذا الوقت قبل لحظات.</translation>
    </message>
    <message>
        <source>This time is fully booked. Choose another one.</source>
        <translation>اكتملت المواعيد في هذا الوقت. اختر وقتًا آخر.</translation>
    </message>
    <message>
        <source>This appointment is with a service, not with an official.</source>
        <translation>هذا الموعد مع خدمة وليس مع مسؤول.</translation>
    </message>
    <message>
        <source>This visit is over. Nobody needs its ticket.</source>
        <translation>انتهت هذه المراجعة، ولا حاجة إلى تذكرتها.</translation>
    </message>
    <message>
        <source>Somebody else has just printed this ticket anew.</source>
        <translation>طبع شخص آخر هذه التذكرة من جديد قبل لحظات.</translation>
    </message>
    <message>
        <source>This visit is in no group.</source>
        <translation>هذه المراجعة ليست ضمن مجموعة.</translation>
    </message>
    <message>
        <source>This kiosk cannot print now. Choose another one.</source>
        <translation>جهاز التذاكر هذا لا يستطيع الطباعة الآن. اختر جهازًا آخر.</translation>
    </message>
    <message>
        <source>It is too late to undo this. Reinstate the visitor instead.</source>
        <translation>فات أوان التراجع. أعد المراجع إلى الانتظار بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>The PIN is wrong. Enter it again; five wrong PINs lock it for a while.</source>
        <translation>الرمز السري غير صحيح. أدخله من جديد؛ خمس محاولات خاطئة تقفله مدة.</translation>
    </message>
    <message>
        <source>Too many wrong PINs: sign-in is locked for a while. Wait, or ask the hall head.</source>
        <translation>محاولات خاطئة كثيرة للرمز السري: تسجيل الدخول موقوف لبعض الوقت. انتظر أو راجع رئيس القاعة.</translation>
    </message>
    <message>
        <source>The hall does not know this agent. Choose a name from the list.</source>
        <translation>لا تعرف القاعة هذا الموظف. اختر اسمًا من القائمة.</translation>
    </message>
    <message>
        <source>Another agent is signed in here. They sign out first, or the hall head signs them out.</source>
        <translation>موظف آخر مسجَّل الدخول في هذه النافذة. يسجّل خروجه أولًا، أو يُنهي رئيس القاعة جلسته.</translation>
    </message>
    <message>
        <source>You are signed in at another counter. Sign out there first.</source>
        <translation>أنت مسجَّل الدخول في نافذة أخرى. سجّل الخروج منها أولًا.</translation>
    </message>
    <message>
        <source>The hall has no counter with this number. Ask the administrator.</source>
        <translation>لا توجد في القاعة نافذة بهذا الرقم. راجع مدير النظام.</translation>
    </message>
    <message>
        <source>Nobody is signed in at this counter. Please sign in.</source>
        <translation>لا أحد مسجَّل الدخول في هذه النافذة. سجّل الدخول.</translation>
    </message>
    <message>
        <source>You are on a break. Resume work first.</source>
        <translation>أنت في استراحة. استأنف العمل أولًا.</translation>
    </message>
    <message>
        <source>You are not on a break.</source>
        <translation>لست في استراحة.</translation>
    </message>
    <message>
        <source>There is no picture of this device. It may be switched off.</source>
        <translation>لا توجد صورة لهذا الجهاز، وقد يكون مطفأً.</translation>
    </message>
    <message>
        <source>The hall does not know this device. Ask the administrator to pair it.</source>
        <translation>لا تعرف القاعة هذا الجهاز. اطلب من مدير النظام ربطه.</translation>
    </message>
    <message>
        <source>The pairing code is wrong or too old. Ask for a new one.</source>
        <translation>رمز الربط غير صحيح أو قديم. اطلب رمزًا جديدًا.</translation>
    </message>
    <message>
        <source>The hall does not know this code.</source>
        <translation>لا تعرف القاعة هذا الرمز.</translation>
    </message>
    <message>
        <source>Too many tries in a short time. Wait a minute.</source>
        <translation>محاولات كثيرة في وقت قصير. انتظر دقيقة.</translation>
    </message>
    <message>
        <source>The hall took this for another command. Please try again.</source>
        <translation>حسبت القاعة هذا أمرًا آخر. أعد المحاولة.</translation>
    </message>
    <message>
        <source>That is more text than the hall accepts. Shorten it.</source>
        <translation>النص أطول مما تقبله القاعة. اختصره.</translation>
    </message>
    <message>
        <source>The hall sends no report of this name.</source>
        <translation>لا ترسل القاعة تقريرًا بهذا الاسم.</translation>
    </message>
    <message>
        <source>The report could not be made. Ask the technician to run the check.</source>
        <translation>تعذّر إعداد التقرير. اطلب من الفني تشغيل الفحص.</translation>
    </message>
    <message>
        <source>The hall does not know this command; it may be of another version.</source>
        <translation>لا تعرف القاعة هذا الأمر. قد يكون برنامجها من إصدار آخر.</translation>
    </message>
    <message>
        <source>The hall does not take this command so; it may be of another version.</source>
        <translation>لا تقبل القاعة هذا الأمر بهذه الطريقة. قد يكون إصدارها مختلفًا.</translation>
    </message>
    <message>
        <source>The hall takes no commands from this address. Ask the administrator.</source>
        <translation>لا تقبل القاعة أوامر من هذا العنوان. راجع مدير النظام.</translation>
    </message>
    <message>
        <source>The hall could not read the command. Please try again.</source>
        <translation>لم تتمكن القاعة من قراءة الأمر. أعد المحاولة.</translation>
    </message>
    <message>
        <source>The close of the day did not end this visit.</source>
        <translation>لم يُنهِ إغلاق اليوم هذه المراجعة.</translation>
    </message>
    <message>
        <source>The hall refused this ({code}). Nothing was changed; tell the hall head.</source>
        <translation>رفضت القاعة ذلك ({code}). لم يتغير شيء؛ أبلغ رئيس القاعة.</translation>
    </message>
</context>
</TS>
