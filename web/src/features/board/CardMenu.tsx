import { DropdownMenu } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { Keycaps } from '@/components/Keycaps';
import { MenuItem, MenuLine } from '@/components/Menu';
import { closeCardMenu, useCardMenu } from './card-menu';
import type { CardActions } from './use-board-actions';

/** What can be done with the card whose button was pressed. */
export function CardMenu({ actions }: { actions: CardActions }) {
  const { t } = useTranslation();
  const { shot, button } = useCardMenu();
  if (!shot || !button) return null;
  const { left, top, width, height } = button.getBoundingClientRect();
  return (
    <DropdownMenu.Root modal={false} open onOpenChange={closeCardMenu}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="card-menu-anchor"
          tabIndex={-1}
          aria-label={button.getAttribute('aria-label') ?? undefined}
          style={{ left, top, width, height }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            button.focus();
          }}
        >
          {actions.may.generate && <MenuItem onSelect={() => actions.generate(shot)}>{t('board.generateFour')}</MenuItem>}
          {actions.may.edit && (
            <>
              <MenuItem onSelect={() => actions.move(shot)}>
                {t('board.moveTo')}
                <Keycaps action="board.moveTo" />
              </MenuItem>
              <MenuLine />
              <MenuItem onSelect={() => actions.remove(shot)}>{t('board.remove')}</MenuItem>
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
