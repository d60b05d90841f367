import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Dialog } from '../shared/ui/index.ts';
import { DisplayOptions } from './DisplayOptions.tsx';
import classes from './MoreSheet.module.css';
import { addressOf, groupsIn, type NavItem } from './navigation.ts';
import { UserMenu } from './UserMenu.tsx';

type MoreSheetProps = {
  opened: boolean;
  onClose: () => void;
  items: readonly NavItem[];
  campaignId: string | undefined;
};

/** What the bottom bar of a phone and its narrow header have no room for. */
export function MoreSheet({ opened, onClose, items, campaignId }: MoreSheetProps) {
  const { t } = useTranslation();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('nav.more')}>
      {groupsIn(items).map((group) => (
        <section key={group[0].group} aria-labelledby={`more-${group[0].group}`} className={classes.group}>
          <h3 id={`more-${group[0].group}`}>{t(`nav.group.${group[0].group}`)}</h3>
          <ul className={classes.links}>
            {group.map((item) => (
              <li key={item.key}>
                <Link href={addressOf(item, campaignId)} className={classes.link} onClick={onClose}>
                  <item.icon size={20} stroke={1.7} aria-hidden="true" />
                  {t(`nav.${item.key}`)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <div className={classes.options}>
        <DisplayOptions />
        <UserMenu />
      </div>
    </Dialog>
  );
}
