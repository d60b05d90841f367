import type { NoticeAudience, NoticePriority } from '@qafila/contract';
import type { AssociationKey } from '../world.ts';

type Said = { by: AssociationKey | 'directorate'; afterHours: number; body: string };

export type NoticeRow = {
  hoursAgo: number;
  /** An association that wrote it; the directorate where it is absent. */
  by?: AssociationKey;
  audience: NoticeAudience | { kind: 'one'; association: AssociationKey };
  priority?: NoticePriority;
  titleAr: string;
  titleEn?: string;
  bodyAr: string;
  bodyEn?: string;
  validHours?: number;
  /** Who of those with an account took note of it, in turn; `directorate` for what an association wrote. */
  acknowledgedBy: readonly (AssociationKey | 'directorate')[];
  firstAfterHours: number;
  /** Of one association’s thread. */
  replies?: readonly Said[];
  withdrawn?: { afterHours: number; reason: string };
  /** An official closed what was still an alarm by then. */
  alarmsClosed?: { afterHours: number; reason: string };
  /** It corrects the one before it. */
  isCorrection?: boolean;
};

const ALL = { kind: 'all' } as const;
const DAY = 24;

/** Half a year between the directorate and the associations; the last of it is going on now. */
export const NOTICES: readonly NoticeRow[] = [
  {
    hoursAgo: 150 * DAY,
    audience: ALL,
    titleAr: 'تحديث بيانات الاتصال وأعضاء مجالس الإدارة',
    titleEn: 'Update your contacts and boards',
    bodyAr:
      'يُرجى من جميع الجمعيات والمؤسسات مراجعة بيانات الاتصال وأسماء أعضاء مجلس الإدارة في ملفها على المنصة وتصويبها قبل نهاية الشهر.\nالرقم المسجَّل هو الذي تتصل به المديرية في الأمور العاجلة.',
    bodyEn:
      'Please review your contacts and the names of your board in your file before the end of the month.\nThe number on record is the one the directorate calls in urgent matters.',
    acknowledgedBy: ['sindiyana', 'jusour', 'yasmin', 'qamh', 'zaytoun', 'barada'],
    firstAfterHours: 20,
  },
  {
    hoursAgo: 120 * DAY,
    audience: { kind: 'sectors', sectors: ['relief'] },
    titleAr: 'نموذج موحد لقوائم التوزيع',
    titleEn: 'One form for distribution lists',
    bodyAr:
      'اعتباراً من مطلع الشهر القادم تُعتمد قائمة توزيع واحدة لدى جميع الجمعيات العاملة في الإغاثة، لا تتضمن من بيانات الأسرة إلا عدد أفرادها ومكان التوزيع.',
    acknowledgedBy: ['sindiyana', 'bayader', 'qamh'],
    firstAfterHours: 30,
  },
  {
    hoursAgo: 96 * DAY,
    audience: ALL,
    titleAr: 'موعد التقرير السنوي والحسابات الختامية',
    titleEn: 'When the annual report and accounts are due',
    bodyAr:
      'تذكّر المديرية بموعد تقديم التقرير السنوي والحسابات الختامية، وتقدَّم من ملف الجمعية على المنصة حصراً.',
    acknowledgedBy: ['jusour', 'sindiyana', 'bayader', 'bayt', 'yasmin'],
    firstAfterHours: 8,
    replies: [
      {
        by: 'sindiyana',
        afterHours: 26,
        body: 'هل تُقبل الحسابات قبل تصديقها من الهيئة العامة على أن يُرفع المحضر لاحقاً؟',
      },
      {
        by: 'directorate',
        afterHours: 47,
        body: 'تُقبل على أن يُرفع محضر الهيئة العامة خلال ثلاثين يوماً من تقديمها.',
      },
    ],
  },
  {
    hoursAgo: 70 * DAY,
    audience: { kind: 'governorates', governorateCodes: ['SY06', 'SY10'] },
    priority: 'urgent',
    titleAr: 'عاصفة مطرية متوقعة على الساحل: تأمين المستودعات',
    titleEn: 'Storm expected on the coast: secure your stores',
    bodyAr:
      'يُرجى رفع المواد عن أرض المستودعات وتأجيل التوزيع في الهواء الطلق حتى مساء الغد، وإبلاغ المديرية بأي ضرر.',
    validHours: 40,
    acknowledgedBy: ['qamh', 'jusour', 'sindiyana', 'barada', 'bayader'],
    firstAfterHours: 0.3,
    alarmsClosed: { afterHours: 3, reason: 'أُبلغوا هاتفياً، وأكدوا تأمين مستودعاتهم.' },
  },
  {
    hoursAgo: 52 * DAY,
    by: 'jusour',
    audience: { kind: 'directorate' },
    titleAr: 'طلب تمديد مهلة الحسابات الختامية',
    bodyAr: 'نرجو تمديد مهلة تقديم الحسابات الختامية أسبوعين لتأخر مدقق الحسابات في إنجاز تقريره.',
    acknowledgedBy: ['directorate'],
    firstAfterHours: 5,
    replies: [
      { by: 'directorate', afterHours: 28, body: 'وافقت المديرية على التمديد عشرة أيام من تاريخ الاستحقاق.' },
      { by: 'jusour', afterHours: 29, body: 'شكراً لكم، سنقدّمها ضمن المهلة.' },
    ],
  },
  {
    hoursAgo: 45 * DAY,
    audience: { kind: 'one', association: 'bayader' },
    titleAr: 'استيضاح حول بند النقل في التقرير المالي',
    bodyAr: 'يُرجى تزويد المديرية بتفصيل مصاريف النقل في الربع الأخير، وإرفاق الفواتير في ملف الجمعية.',
    acknowledgedBy: ['bayader'],
    firstAfterHours: 19,
    replies: [{ by: 'bayader', afterHours: 50, body: 'أُرفقت الفواتير في ملف الجمعية ضمن وثائق الحسابات.' }],
  },
  {
    hoursAgo: 30 * DAY,
    audience: { kind: 'sectors', sectors: ['health', 'disability'] },
    titleAr: 'لقاء تنسيقي للجمعيات العاملة في الصحة',
    titleEn: 'Coordination meeting of health associations',
    bodyAr:
      'يُعقد اللقاء في مقر المديرية الساعة الحادية عشرة صباحاً، ويُرجى تأكيد اسم من يحضر عن الجمعية في رد على هذا التعميم.',
    validHours: 5 * DAY,
    acknowledgedBy: ['jusour'],
    firstAfterHours: 4,
    replies: [{ by: 'jusour', afterHours: 6, body: 'يحضر عن المؤسسة مسؤول البرامج الصحية.' }],
  },
  {
    hoursAgo: 21 * DAY,
    audience: ALL,
    titleAr: 'دوام المديرية خلال العطلة',
    bodyAr: 'تُغلق المديرية أبوابها يومي السبت والأحد القادمين.',
    acknowledgedBy: ['sindiyana'],
    firstAfterHours: 1,
  },
  {
    hoursAgo: 21 * DAY - 2,
    audience: ALL,
    titleAr: 'تصويب: دوام المديرية خلال العطلة',
    bodyAr: 'تُغلق المديرية أبوابها يوم السبت القادم وحده، ويستمر الدوام يوم الأحد كالمعتاد.',
    acknowledgedBy: ['sindiyana', 'jusour', 'qamh', 'bayt'],
    firstAfterHours: 2,
    isCorrection: true,
  },
  {
    hoursAgo: 12 * DAY,
    audience: { kind: 'governorates', governorateCodes: ['SY03'] },
    titleAr: 'استبيان حول مراكز الإيواء في ريف دمشق',
    bodyAr: 'يُرجى تعبئة الاستبيان المرسل بالبريد خلال أسبوع.',
    acknowledgedBy: [],
    firstAfterHours: 1,
    withdrawn: { afterHours: 6, reason: 'أُجِّل الاستبيان إلى ما بعد انتهاء الاستجابة للحرائق.' },
  },
  {
    hoursAgo: 8 * DAY,
    audience: ALL,
    priority: 'urgent',
    titleAr: 'حرائق الغابات: دعوة إلى تجهيز القوافل',
    titleEn: 'Forest fires: prepare the convoys',
    bodyAr:
      'اندلعت حرائق واسعة في اللاذقية وطرطوس وحمص. يُرجى من كل جمعية إدخال ما تستطيع التعهد به اليوم في حملة استجابة حرائق الغابات، وأولويته الأغطية والغذاء والشواحن.',
    bodyEn:
      'Large fires have broken out in Lattakia, Tartous and Homs. Please enter today what you can pledge to the Forest-Fire Response Campaign: blankets, food and power banks first.',
    acknowledgedBy: ['jusour', 'sindiyana', 'qamh', 'barada', 'zaytoun', 'yasmin', 'bayader', 'bayt'],
    firstAfterHours: 0.2,
    alarmsClosed: { afterHours: 5, reason: 'اتصلت بهم المديرية واحدة واحدة، وأُبلغوا بالحملة.' },
  },
  {
    hoursAgo: 3 * DAY,
    by: 'sindiyana',
    audience: { kind: 'directorate' },
    priority: 'urgent',
    titleAr: 'نقص في حليب الأطفال في الحفة',
    bodyAr:
      'أبلغنا متطوعونا في مركز الحفة بنفاد حليب الأطفال. لدينا كمية في مستودعنا بدمشق ونحتاج إلى مكان في أقرب قافلة.',
    acknowledgedBy: ['directorate'],
    firstAfterHours: 0.4,
    replies: [
      {
        by: 'directorate',
        afterHours: 0.7,
        body: 'أُدرج الاحتياج في الحملة. أدخلوا التعهد الآن لتُحمَّل الكمية مع أول قافلة إلى اللاذقية.',
      },
      { by: 'sindiyana', afterHours: 1.1, body: 'أدخلنا التعهد.' },
    ],
  },
  {
    hoursAgo: 5,
    audience: { kind: 'governorates', governorateCodes: ['SY06', 'SY10'] },
    priority: 'urgent',
    titleAr: 'طريق صلنفة مغلق أمام القوافل حتى إشعار آخر',
    titleEn: 'The Slenfeh road is closed to convoys until further notice',
    bodyAr:
      'أُغلق طريق صلنفة بسبب تجدد النيران. على الجمعيات التي لها فرق في المنطقة سحبها إلى مركز الحفة، وعدم إرسال أي آلية قبل إشعار جديد من المديرية.',
    bodyEn:
      'The Slenfeh road is closed because the fire has flared up again. Withdraw your teams to Al-Haffa and send no vehicle before the directorate says so.',
    acknowledgedBy: ['jusour', 'barada', 'zaytoun', 'qamh', 'bayader'],
    firstAfterHours: 0.1,
  },
  {
    hoursAgo: 2.5,
    audience: ALL,
    titleAr: 'اجتماع تنسيقي لحملة الحرائق غداً',
    titleEn: 'Coordination meeting on the fire campaign tomorrow',
    bodyAr:
      'يُعقد الاجتماع غداً في الساعة العاشرة صباحاً في مقر المديرية، ويُعرض فيه ما وصل وما بقي من الاحتياجات.',
    acknowledgedBy: ['qamh'],
    firstAfterHours: 1,
  },
  {
    hoursAgo: 0.4,
    by: 'jusour',
    audience: { kind: 'directorate' },
    priority: 'urgent',
    titleAr: 'فريقنا في الحفة يطلب أقنعة واقية من الدخان',
    bodyAr:
      'اشتد الدخان في الحفة منذ الصباح، ولدى فريقنا سبعة متطوعين بلا أقنعة. هل يمكن إرسالها مع القافلة التي تتحرك اليوم؟',
    acknowledgedBy: [],
    firstAfterHours: 1,
  },
];
