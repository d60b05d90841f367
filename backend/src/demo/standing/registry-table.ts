import type { AidOffer, AssociationKind, Sector } from '@qafila/contract';

export type RegistryRow = {
  number: number;
  /** A day, or how many days ago. */
  declared: string;
  kind: AssociationKind;
  nameAr: string;
  nameEn: string;
  governorateCode: string;
  seat: { lat: number; lng: number };
  address: string;
  contact: string;
  sectors: Sector[];
  governorateCodes: string[];
  aid: AidOffer[];
};

/**
 * The paper register, invented: with the eight of the campaigns, 22 were declared in 2020.
 * number | declared | kind | names | seat: governorate, lat, lng, address | asked for | sectors | serves | aid
 */
const TABLE = `
301 | 2017-05-07 | association | جمعية التوت الشامي | Damascene Mulberry Association | SY01 33.5125 36.3170 | باب توما، حارة الجورة | نادين الخياط | families children | SY01 | in_kind/monthly
305 | 2017-10-22 | association | جمعية قنديل الحي | Quarter Lantern Association | SY01 33.5080 36.2950 | القنوات، زقاق الجن | فراس العجة | education | SY01 SY03 |
322 | 2018-02-18 | association | جمعية الساقية | Waterwheel Association | SY03 33.5718 36.4028 | دوما، شارع الجلاء | مها طعمة | relief livelihoods | SY03 | in_kind/emergency
327 | 2018-07-08 | foundation | مؤسسة غراس المرجة | Marjeh Saplings Foundation | SY01 33.5113 36.2925 | الحجاز، بناء المحطة | كنان بيطار | culture_and_environment | SY01 SY03 SY04 |
331 | 2018-11-25 | association | جمعية بيت العود | House of Oud Association | SY01 33.5110 36.3110 | القيمرية | رزان السيد | culture_and_environment | SY01 |
351 | 2019-03-03 | association | جمعية طائرة ورق | Paper Kite Association | SY01 33.5045 36.2540 | المزة، فيلات غربية | تالا شعبان | children education | SY01 SY03 SY05 | cash/monthly
358 | 2019-06-16 | foundation | مؤسسة محراث | Plough Foundation | SY03 33.4370 36.0780 | قطنا، السوق | حيان زيتون | livelihoods | SY03 SY12 SY14 | in_kind/emergency
362 | 2019-09-01 | association | جمعية أيادي باب شرقي | Bab Sharqi Hands Association | SY01 33.5095 36.3180 | باب شرقي، الطالع | جورجيت نعمة | older_people families | SY01 | in_kind/monthly medical/monthly
370 | 2019-12-08 | association | جمعية الصفصاف | Willow Association | SY01 33.5350 36.2270 | دمر البلد | وسيم كحالة | disability | SY01 SY03 | medical/monthly
409 | 2020-01-14 | association | جمعية سفح قاسيون | Qasioun Slope Association | SY01 33.5375 36.2995 | ركن الدين، ساحة شمدين | ليان سمان | relief families | SY01 SY03 | in_kind/monthly cash/emergency
410 | 2020-01-28 | foundation | مؤسسة مدى البصر | Reach of Sight Foundation | SY01 33.5190 36.2835 | أبو رمانة، شارع المهدي | نبيل قدسي | disability health | SY01 SY03 SY04 | medical/monthly medical/emergency
414 | 2020-02-23 | association | جمعية نسغ الورد | Rose Sap Association | SY01 33.5300 36.2760 | المهاجرين، المصطبة | سارة الحلبي | children | SY01 | in_kind/monthly
415 | 2020-03-04 | association | جمعية عتبات الدار | Doorsteps Association | SY01 33.5165 36.3080 | العمارة البرانية | خلود مارديني | families | SY01 SY03 | cash/monthly in_kind/emergency
419 | 2020-03-30 | association | جمعية خبز وملح | Bread and Salt Association | SY01 33.4905 36.2960 | الميدان، الجزماتية | عامر الميداني | relief | SY01 SY03 SY06 SY10 | in_kind/emergency in_kind/monthly
422 | 2020-05-05 | foundation | مؤسسة دفتر ومحبرة | Notebook and Inkwell Foundation | SY01 33.5230 36.2900 | الصالحية، الجسر الأبيض | هيفاء عرنوس | education children | SY01 SY03 | cash/emergency
423 | 2020-05-18 | association | جمعية ظل الجوز | Walnut Shade Association | SY01 33.5410 36.2300 | مشروع دمر، الجزيرة العاشرة | موفق سلوم | older_people | SY01 | medical/monthly cash/monthly
426 | 2020-06-24 | association | جمعية نبض الحارة | Pulse of the Quarter Association | SY01 33.4985 36.2985 | باب مصلى | ديمة صباغ | health | SY01 SY03 | medical/emergency medical/monthly
428 | 2020-07-19 | association | جمعية حرفة وحرير | Craft and Silk Association | SY01 33.5030 36.3260 | الطبالة، شارع دويلعة | لؤي حداد | livelihoods families | SY01 SY03 | cash/emergency
429 | 2020-08-11 | association | جمعية ضوء النافذة | Window Light Association | SY01 33.5260 36.3160 | التجارة، شارع الملك عبد العزيز | رولا اسكندر | disability children | SY01 | medical/monthly
432 | 2020-09-20 | foundation | مؤسسة مرج الغوطة | Ghouta Meadow Foundation | SY03 33.4860 36.3460 | جرمانا، ساحة الرئيس | حسان ناصيف | culture_and_environment livelihoods | SY03 | in_kind/emergency
434 | 2020-10-25 | association | جمعية رغيف الصباح | Morning Loaf Association | SY01 33.4830 36.3060 | الزاهرة الجديدة | منى عبود | relief | SY01 SY03 SY06 | in_kind/emergency
435 | 2020-11-15 | association | جمعية وتر وزيتون | String and Olive Association | SY01 33.5180 36.3190 | القصاع، شارع حلب | إياد منصور | culture_and_environment children | SY01 SY10 |
436 | 2020-12-13 | foundation | مؤسسة جسر الدواء | Medicine Bridge Foundation | SY01 33.4990 36.2740 | كفرسوسة، التنظيم | سامية طرابلسي | health relief | SY01 SY03 SY04 SY06 SY10 | medical/emergency medical/monthly
442 | 2021-02-21 | association | جمعية المشمش | Apricot Association | SY03 33.4250 36.2240 | صحنايا، الشارع العام | بشار غزال | livelihoods | SY03 | cash/monthly
447 | 2021-05-09 | foundation | مؤسسة دوار الشمس | Sunflower Foundation | SY01 33.5240 36.3080 | العدوي | جمانة رستم | children health | SY01 SY03 | medical/monthly
451 | 2021-07-25 | association | جمعية النول | Loom Association | SY01 33.5520 36.3160 | برزة، مساكن برزة | هناء وهبة | livelihoods families | SY01 SY03 | in_kind/monthly
455 | 2021-09-12 | association | جمعية درب الحليب | Milky Way Association | SY01 33.5170 36.2895 | الشعلان | قصي نحاس | education | SY01 |
458 | 2021-12-05 | association | جمعية الوردة الجورية | Damask Rose Association | SY03 33.6100 36.3110 | التل، وادي موسى | أمل دلول | families older_people | SY03 | in_kind/monthly cash/emergency
463 | 2022-03-13 | association | جمعية القنطرة | Archway Association | SY01 33.5170 36.2990 | ساروجة، جوزة الحدباء | عدنان شحرور | relief | SY01 SY03 | in_kind/emergency
468 | 2022-06-26 | foundation | مؤسسة بذار | Sowing Foundation | SY03 33.4610 36.1930 | المعضمية، شارع الروضة | نهى قاسم | livelihoods | SY03 SY12 | cash/emergency
472 | 2022-10-09 | association | جمعية سكة الحنين | Railway of Longing Association | SY01 33.5085 36.2870 | البرامكة | ثائر عمار | culture_and_environment | SY01 |
481 | 2023-01-22 | association | جمعية فيء الكينا | Eucalyptus Shade Association | SY01 33.5440 36.3330 | القابون | رهف بركات | older_people health | SY01 SY03 | medical/monthly
485 | 2023-04-16 | foundation | مؤسسة طاحونة الهواء | Windmill Foundation | SY01 33.5215 36.2800 | المالكي، شارع عبد المنعم رياض | مجد عطية | education livelihoods | SY01 SY03 SY05 | cash/monthly
490 | 2023-08-06 | association | جمعية الإبرة والخيط | Needle and Thread Association | SY03 33.4860 36.3490 | جرمانا، حي البيدر | سعاد أبو فخر | livelihoods families | SY03 SY13 | in_kind/monthly
494 | 2023-11-19 | association | جمعية نافورة الدار | Courtyard Fountain Association | SY01 33.5115 36.3065 | العصرونية | زاهر مراد | culture_and_environment families | SY01 | cash/emergency
502 | 388 | association | جمعية صندوق الحكايات | Box of Tales Association | SY01 33.5150 36.3270 | الزبلطاني | رنيم جبر | children | SY01 | in_kind/emergency
505 | 351 | foundation | مؤسسة كرمة | Vine Foundation | SY01 33.5010 36.2480 | المزة، أوتستراد المزة | فاتن يازجي | livelihoods relief | SY01 SY13 | cash/monthly in_kind/emergency
509 | 302 | association | جمعية الأرجوحة | Swing Association | SY01 33.4960 36.2850 | الفحامة | لمى زكور | children disability | SY01 | medical/monthly
511 | 243 | association | جمعية مرساة | Anchor Association | SY06 35.5310 35.7820 | اللاذقية، الصليبة | نوار صالح | relief families | SY06 SY10 | in_kind/emergency cash/emergency
514 | 205 | foundation | مؤسسة نجمة الصبح | Morning Star Foundation | SY01 33.5205 36.3020 | شارع بغداد | رفاه دياب | health | SY01 SY03 | medical/emergency
517 | 148 | association | جمعية حبق | Basil Association | SY03 33.5330 36.3790 | عربين | أيهم خطيب | families | SY03 | in_kind/monthly
521 | 97 | association | جمعية عش السنونو | Swallow Nest Association | SY01 33.5290 36.2930 | عين الكرش | ريتا معلوف | children education | SY01 SY03 | in_kind/emergency
`;

export const REGISTER: readonly RegistryRow[] = TABLE.trim().split('\n').map(rowOf);

function rowOf(line: string): RegistryRow {
  const cells = line.split('|').map((cell) => cell.trim());
  const cell = (index: number): string => cells[index] ?? '';
  const [governorateCode = '', lat, lng] = cell(5).split(' ');
  return {
    number: Number(cell(0)),
    declared: cell(1),
    kind: cell(2) as AssociationKind,
    nameAr: cell(3),
    nameEn: cell(4),
    governorateCode,
    seat: { lat: Number(lat), lng: Number(lng) },
    address: cell(6),
    contact: cell(7),
    sectors: wordsOf(cell(8)) as Sector[],
    governorateCodes: wordsOf(cell(9)),
    aid: wordsOf(cell(10)).map(aidOf),
  };
}

function wordsOf(cell: string): string[] {
  return cell.split(' ').filter((word) => word !== '');
}

function aidOf(word: string): AidOffer {
  const [kind, cadence] = word.split('/');
  return { kind, cadence } as AidOffer;
}
