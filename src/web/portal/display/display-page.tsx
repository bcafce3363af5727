import { ADDRESSES, DISPLAY_CHOICES, type DisplayPreferences, layoutMessages } from '#web/layout/index.ts';

interface DisplayPageProps {
  lang: 'vi' | 'en';
  preferences: DisplayPreferences;
  /** The page the reader came from and returns to. */
  back: string | undefined;
}

const TEXT = {
  vi: {
    lead: 'Lựa chọn được giữ bằng một cookie trên thiết bị này trong một năm, không dùng vào việc gì khác.',
    sample: 'Thử đọc',
    sampleText:
      'Trống đồng Ngọc Lũ có mặt trống trang trí ngôi sao mười bốn cánh và nhiều vành hoa văn đồng tâm.',
    reset: 'Trở về mặc định',
  },
  en: {
    lead: 'Your choice is kept in a cookie on this device for one year and used for nothing else.',
    sample: 'Try reading',
    sampleText:
      'The face of the Ngọc Lũ drum bears a star of fourteen rays and many concentric bands of ornament.',
    reset: 'Back to the defaults',
  },
};

export function DisplayPage({ lang, preferences, back }: DisplayPageProps) {
  const layout = layoutMessages[lang];
  const text = TEXT[lang];
  return (
    <div class="content-page">
      <h1>{layout.displayTitle}</h1>
      <p class="lead">{text.lead}</p>
      <form class="display-form" action={ADDRESSES.display[lang]} method="post">
        {back !== undefined && <input type="hidden" name="back" value={back} />}
        {NAMES.map((name) => (
          <Choices key={name} name={name} lang={lang} chosen={preferences[name]} />
        ))}
        <p>
          <button class="button-primary" type="submit">
            {layout.displaySave}
          </button>
        </p>
      </form>
      <form action={ADDRESSES.display[lang]} method="post">
        {back !== undefined && <input type="hidden" name="back" value={back} />}
        <button type="submit">{text.reset}</button>
      </form>
      <h2>{text.sample}</h2>
      <p>{text.sampleText}</p>
    </div>
  );
}

const NAMES = Object.keys(DISPLAY_CHOICES) as (keyof DisplayPreferences)[];

interface ChoicesProps {
  name: keyof DisplayPreferences;
  lang: 'vi' | 'en';
  chosen: string;
}

function Choices({ name, lang, chosen }: ChoicesProps) {
  const layout = layoutMessages[lang];
  const labels: Record<string, string> = layout.displayChoices[name];
  return (
    <fieldset>
      <legend>{layout.displayNames[name]}</legend>
      {DISPLAY_CHOICES[name].map((choice) => (
        <label key={choice}>
          <input type="radio" name={name} value={choice} checked={choice === chosen} /> {labels[choice]}
        </label>
      ))}
    </fieldset>
  );
}
