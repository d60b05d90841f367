import type { Locator, Page } from 'playwright-core';

/** Chooses an option of a searchable select by what it begins with. */
export async function choose(within: Page | Locator, label: string, option: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label }).or(within.getByLabel(label)).first();
  await field.click();
  if (await field.isEditable()) await field.fill(option);
  await pageOf(within)
    .getByRole('option', { name: new RegExp(`^\\p{Cf}*${option}`, 'u') })
    .first()
    .click();
}

/** Picks the day `days` from today, at whatever time the calendar offers, by its own buttons. */
export async function pickDay(within: Page | Locator, label: string, days: number): Promise<void> {
  await within.getByLabel(label).first().click();
  const page = pageOf(within);
  const calendar = page.locator('.mantine-Popover-dropdown, [data-dates-dropdown]').last();
  await calendar.locator('td button').first().waitFor();
  const day = await page.evaluate((ahead) => {
    const date = new Date(Date.now() + ahead * 86_400_000);
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Damascus' }).format(date);
  }, days);
  const isNextMonth =
    day.slice(0, 7) !==
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Damascus' }).format(new Date()).slice(0, 7);
  if (isNextMonth) await calendar.getByRole('button', { name: 'الشهر التالي' }).click();
  await calendar
    .locator('td button:not([data-outside])')
    .filter({ hasText: new RegExp(`^${Number(day.slice(8))}$`) })
    .first()
    .click();
  await calendar.getByRole('button', { name: 'تأكيد' }).click();
}

/** Picks the day `days` from today in a calendar of days alone. */
export async function pickCalendarDay(within: Page | Locator, label: string, days: number): Promise<void> {
  await within.getByLabel(label).first().click();
  const page = pageOf(within);
  const calendar = page.locator('.mantine-Popover-dropdown, [data-dates-dropdown]').last();
  await calendar.locator('td button').first().waitFor();
  const dayIn = (ahead: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Damascus' }).format(Date.now() + ahead * 86_400_000);
  const [today, day] = [dayIn(0), dayIn(days)];
  const monthsOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  const months = monthsOf(day) - monthsOf(today);
  const way = calendar.getByRole('button', { name: months < 0 ? 'الشهر السابق' : 'الشهر التالي' });
  for (let month = 0; month < Math.abs(months); month++) await way.click();
  await calendar
    .locator('td button:not([data-outside])')
    .filter({ hasText: new RegExp(`^${Number(day.slice(8))}$`) })
    .first()
    .click();
}

/** A signature: one looping stroke across the pad. */
export async function sign(page: Page, pad: Locator): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error('There is no place to sign');
  await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.5);
  await page.mouse.down();
  for (let step = 1; step <= 20; step++) {
    const share = step / 20;
    await page.mouse.move(
      box.x + box.width * (0.2 + share * 0.5),
      box.y + box.height * (0.5 + Math.sin(share * 12) * 0.25),
    );
  }
  await page.mouse.up();
}

function pageOf(within: Page | Locator): Page {
  return 'page' in within && typeof within.page === 'function' ? within.page() : (within as Page);
}
