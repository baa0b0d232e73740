/** antd in our colours, our language and the reader's print size. */
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { antdTheme } from '#web/ui/antd-theme.ts'
import { useMode, usePrint } from '#web/ui/look.ts'
import { largePrint, type } from '#web/ui/tokens.ts'

export function Look({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  const mode = useMode()
  const isLarge = usePrint() === 'large'
  const theme = useMemo(() => {
    const plain = antdTheme(mode, isLarge)
    const scale = isLarge ? largePrint : 1
    return { ...plain, token: { ...plain.token, fontSize: type.sizes.body * scale, controlHeight: 38 * scale, motion: false } }
  }, [mode, isLarge])
  return (
    <ConfigProvider theme={theme} locale={i18n.language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <App component={false} message={{ maxCount: 2, duration: 5 }}>
        {children}
      </App>
    </ConfigProvider>
  )
}
